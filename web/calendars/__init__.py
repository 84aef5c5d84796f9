"""The door of calendar programs: what they read of ours without signing in."""
