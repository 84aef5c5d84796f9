"""What a customer may do with the link of one appointment, beside what every desk does: the link itself,
answers to what was asked, and another time for one that cannot be kept."""
