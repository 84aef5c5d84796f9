"""Times kept for a few minutes."""
