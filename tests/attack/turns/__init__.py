"""Turns that are stopped, overtaken or cut off."""
