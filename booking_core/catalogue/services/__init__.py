"""What can be booked: services with their categories, prices and questions."""
