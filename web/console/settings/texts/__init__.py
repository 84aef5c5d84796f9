"""A room of the settings: who sends text messages, and of what."""
