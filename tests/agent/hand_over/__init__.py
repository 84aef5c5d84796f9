"""What the business is told of customers in the chat."""
