"""A room of the settings: what can be booked, and what is asked before."""
