"""How long conversations and customers are kept, and how a customer is erased from them."""
