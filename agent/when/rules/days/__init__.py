"""Rules for days."""
