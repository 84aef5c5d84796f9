"""The language models an organization's chat asks: where each is, in which order, and its sealed key."""
