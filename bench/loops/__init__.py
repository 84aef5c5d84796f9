"""The same turn by different hands: three requests, two tool calls, and an answer word by word."""
