"""The events of a conversation on their way to its readers, over Redis streams."""
