"""The appointments of a day, drawn to scale."""
