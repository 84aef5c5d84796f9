"""People who sign in: how they begin, their passwords, and who works here."""
