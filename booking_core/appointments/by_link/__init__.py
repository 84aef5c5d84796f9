"""What a customer may do with the link of one appointment, beside what every desk does: the link itself, and
answers to what was asked."""
