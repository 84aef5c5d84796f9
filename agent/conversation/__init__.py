"""What is stored of a conversation: its messages, its state between turns, what is personal in it, and who
has proven what."""
