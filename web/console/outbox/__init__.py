"""The outbox: letters, what became of each, and another try for those that wait."""
