"""Pages that carry the conversation, or stand in its place."""
