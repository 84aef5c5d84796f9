"""Letters that a conversation sends: the one-time code, the change, and the request for a person."""
