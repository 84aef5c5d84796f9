"""The list of conversations, one transcript, and what came of each."""
