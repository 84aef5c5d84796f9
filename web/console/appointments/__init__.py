"""Appointments: what was agreed, with whom, and what the business says of it; requests, and moves."""
