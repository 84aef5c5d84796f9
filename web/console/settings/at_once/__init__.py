"""What is said of all services on one page: their prices, and until when they are booked, cancelled and
moved."""
