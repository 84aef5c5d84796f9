"""What a message makes the built-in receptionist do: one file for each kind of message."""
