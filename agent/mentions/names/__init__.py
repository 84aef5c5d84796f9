"""What customers call services and people: "cut", "hair cut", "dana", "Mirriam"."""
