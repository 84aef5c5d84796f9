"""What can be booked, and where."""
