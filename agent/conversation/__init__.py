"""What is stored of a conversation: its messages, its state between turns, its personal values, and the
location it is about."""
