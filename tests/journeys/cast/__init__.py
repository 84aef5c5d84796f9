"""Who takes part in a journey: customers, operators, a shop, and the days they name."""
