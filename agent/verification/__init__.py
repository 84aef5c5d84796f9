"""Verification: proof that a customer owns a mailbox or a booking, by a one-time code or a booking code."""
