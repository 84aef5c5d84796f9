"""What the built-in receptionist says: after a tool has run, about the business, and to small talk."""
