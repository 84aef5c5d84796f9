"""What customers are told outside the conversation."""
