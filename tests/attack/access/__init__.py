"""Callers who flood, guess, or reach for what is not theirs."""
