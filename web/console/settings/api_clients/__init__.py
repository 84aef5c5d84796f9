"""A room of the settings: programs that may use the Booking API."""
