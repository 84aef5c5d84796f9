"""The kinds of values that requests and answers are made of, and how requests are read."""
