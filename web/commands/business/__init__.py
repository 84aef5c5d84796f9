"""Commands for a whole business: as one file of YAML, and what other programs know of it as CSV."""
