"""Bookings through the widget, from the first word to the database."""
