"""What may stand in the file of a business: its sections, their members, how each value is written, and the
schema for editors."""
