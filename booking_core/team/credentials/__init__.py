"""What lets somebody in, changed: a new password, another address to sign in with."""
