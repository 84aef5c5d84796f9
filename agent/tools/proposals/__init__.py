"""Summaries put before the customer: of a booking, a move or a cancellation. Only their yes runs the
operation."""
