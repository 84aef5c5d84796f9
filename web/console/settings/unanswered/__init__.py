"""What customers asked and nothing here answered."""
