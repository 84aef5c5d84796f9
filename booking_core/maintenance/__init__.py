"""What operators and tests need of all tables at once: checks, the nightly purge, the demo salon."""
