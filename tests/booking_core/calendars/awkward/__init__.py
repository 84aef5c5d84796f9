"""Calendar files as programs really write them, each with when a person would say that its owner is busy."""
