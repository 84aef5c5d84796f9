"""Which attacks must notice which broken protection."""
