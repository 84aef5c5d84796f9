"""Calendars of other programs: addresses from which they read our appointments, and theirs, by which
somebody is busy."""
