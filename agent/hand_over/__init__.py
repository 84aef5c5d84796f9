"""What the business is told of a customer in the chat: they ask for a person, or will be late."""
