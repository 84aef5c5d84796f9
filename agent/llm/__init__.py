"""Around a language model: what it is told, what is concealed from its provider, and what it may use up."""
