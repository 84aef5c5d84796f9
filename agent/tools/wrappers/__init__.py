"""Wrappers around running a tool: renewed holds and repeated calls."""
