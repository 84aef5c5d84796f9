"""PostgreSQL, Redis, the network and processes that fail."""
