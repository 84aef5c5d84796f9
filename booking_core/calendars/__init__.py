"""Calendars of other programs: addresses from which they read our appointments."""
