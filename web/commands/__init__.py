"""The commands of `zimun`, one group to a file."""
