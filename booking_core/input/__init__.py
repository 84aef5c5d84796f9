"""What strangers send, read strictly where it counts and leniently where only one meaning is possible."""
