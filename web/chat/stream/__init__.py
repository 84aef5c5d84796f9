"""The live stream of a conversation and its readers."""
