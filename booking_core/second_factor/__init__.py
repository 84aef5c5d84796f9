"""What somebody has beside their password: an authenticator app, passkeys, and codes for when both are
lost."""
