"""What is derived from the installation's secret key: seals, signatures, signed links, and the exchange of
the key."""
