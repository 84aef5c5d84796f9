"""Houses whose number is told in words."""
