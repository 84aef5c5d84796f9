"""A room of the settings: how long what is kept, and what is erased."""
