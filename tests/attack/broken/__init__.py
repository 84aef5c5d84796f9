"""Protections broken on purpose, one area a file."""
