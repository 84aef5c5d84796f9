"""The business itself: who it is, how customers reach it, and what they ask about."""
