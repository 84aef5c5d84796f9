"""Programs that may book for an organization: each has a secret, scopes and limits, and bears tokens."""
