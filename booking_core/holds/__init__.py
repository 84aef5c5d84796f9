"""How a time comes to be held for minutes, and what is said where it cannot be."""
