"""What a customer does in a conversation: opens it, writes, rates an answer, continues it elsewhere."""
