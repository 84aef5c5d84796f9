"""Models that play a part: one that does everything right, and one that does everything wrong, each behind a
real endpoint."""
