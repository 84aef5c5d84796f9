"""The receptionist who talks: the conversation, its models, its tools and its rules."""
