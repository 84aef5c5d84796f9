"""When a business is open and its people are there: weekly windows, dates that differ, and time off."""
