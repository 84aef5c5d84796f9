"""Who may come in: operators and their sessions."""
