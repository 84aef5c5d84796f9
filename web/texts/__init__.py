"""The door of whoever sends text messages: they tell what customers answer, and what did not arrive."""
