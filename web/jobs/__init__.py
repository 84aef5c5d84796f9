"""Background jobs, one kind a file: letters, webhooks, booking cards, the nightly check of invariants."""
