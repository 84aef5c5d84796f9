"""Scenarios: what one holds, the files they are read from, and what a customer wants."""
