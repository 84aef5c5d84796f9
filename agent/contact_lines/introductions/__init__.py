"""How a name is told: within a frame ("put me down as …") or behind "my name is"."""
