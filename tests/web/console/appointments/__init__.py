"""One appointment in the console."""
