"""Reading what a model streams: chunks, prose, thoughts, and calls in any of their notations."""
