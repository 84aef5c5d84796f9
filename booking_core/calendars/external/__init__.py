"""Calendars elsewhere that we read: their rows, what is busy by them, and how an owner connects them."""
