"""Rules for hours and parts of the day."""
