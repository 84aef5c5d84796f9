"""The plan: what would change if the business became as a file says, and that in plain words."""
