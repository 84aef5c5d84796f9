"""Commands for the database as a whole: migrations, the demo, backup and restore, the exchange of the secret
key."""
