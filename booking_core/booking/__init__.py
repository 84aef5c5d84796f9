"""How a hold becomes an appointment or moves one: confirm, move, the claims they write, and how much may be
booked."""
