"""Appointments that a change touches: they are listed with what is in the way, decided about, and told of."""
