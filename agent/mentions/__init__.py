"""What a message mentions, read without any conversation: services and people by name, sizes, clocks,
relative times."""
