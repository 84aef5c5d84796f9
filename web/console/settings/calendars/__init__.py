"""A room of the settings: calendars of other programs."""
