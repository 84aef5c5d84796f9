"""Text messages: their length, who takes them, and what comes back."""
