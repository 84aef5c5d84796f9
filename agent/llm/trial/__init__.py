"""Trying a model before customers meet it: a short conversation with tools, and what it showed."""
