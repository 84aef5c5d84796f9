"""Commands that find what is wrong, and undo what is stuck."""
