"""What an owner may set: the table of all settings, the kinds of their values, and what is asked of them."""
