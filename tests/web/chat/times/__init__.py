"""Free times on a customer's page."""
