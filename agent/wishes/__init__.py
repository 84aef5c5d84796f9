"""What a message wants, read within its conversation, and the wish as it grows from message to message."""
