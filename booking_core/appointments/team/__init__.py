"""Who of the team, and whether the business itself, hears of what becomes of an appointment."""
