"""The calendar: weeks, months, holidays and the parts of a day."""
