"""Opening hours: weeks as they are typed and drawn, dates that differ, public holidays."""
