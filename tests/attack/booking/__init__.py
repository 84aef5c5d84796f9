"""Many customers at once at the booking core."""
