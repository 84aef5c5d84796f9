"""The promises made to customers and the time they occupy: rows, look-ups, cancelling, deciding,
forgetting."""
