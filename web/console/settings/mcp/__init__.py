"""A room of the settings: the door of other people's agents."""
