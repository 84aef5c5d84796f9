"""When places are open, and people and rooms are there: weekly hours, dates that differ, time off."""
