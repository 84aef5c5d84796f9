"""Opening hours in the settings."""
