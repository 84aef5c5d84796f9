"""A room of the settings: opening hours, closed days and public holidays."""
