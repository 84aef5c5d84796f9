"""Who may come in: customers introduced by their site, devices that are known, and how often it may be
tried."""
