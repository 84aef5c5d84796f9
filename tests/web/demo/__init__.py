"""The demo's weeks: what is planned for a day, and what is there once it has been played."""
