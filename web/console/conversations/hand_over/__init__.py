"""Customers who asked for a person: how to reach them, and that somebody has."""
