"""Owners set their businesses up by pages alone, and customers book there."""
