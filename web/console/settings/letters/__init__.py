"""A room of the settings: whom letters come from, and what they say."""
