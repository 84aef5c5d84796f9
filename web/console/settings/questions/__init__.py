"""A room of the settings: what a service asks before it is booked."""
