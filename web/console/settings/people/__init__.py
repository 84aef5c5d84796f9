"""A room of the settings: people who are booked."""
