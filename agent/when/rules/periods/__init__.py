"""Rules for weeks, months, seasons and stretches of days."""
