"""Tables of other programs: what is taken over, and what is refused by its line."""
