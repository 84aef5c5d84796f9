"""Text messages: how long one may be, who takes it, what became of it, and what comes back."""
