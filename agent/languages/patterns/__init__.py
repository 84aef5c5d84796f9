"""Long regular expressions, whatever the language: how they are put together out of words, and which of them
are worth trying on a text."""
