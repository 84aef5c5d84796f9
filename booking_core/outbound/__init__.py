"""Addresses that somebody else has written down, and whether we send anything there."""
