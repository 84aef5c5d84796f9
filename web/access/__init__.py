"""Who may come in: programs and their tokens, customers introduced by their site, and how often
it may be tried."""
