"""A room of the settings: programs that are told what happens."""
