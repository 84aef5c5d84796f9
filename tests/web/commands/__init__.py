"""Commands, where they read what somebody else has written."""
