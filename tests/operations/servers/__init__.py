"""Servers of our own, their accounts, locks and starts."""
