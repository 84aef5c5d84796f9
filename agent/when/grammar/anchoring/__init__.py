"""Bare weekdays and days of the month find the date or the period they belong to."""
