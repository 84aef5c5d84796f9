"""The audit page: what is told, in which words, on which clock."""
