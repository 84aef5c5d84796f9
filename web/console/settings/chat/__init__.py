"""A room of the settings: how the chat speaks, and by which model."""
