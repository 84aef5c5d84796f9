"""What people say about time, read into constraints: dates, hours, weekdays, what does not suit."""

from agent.when.constraints import DateRange, Span, TimeRange, When
from agent.when.sentence import read
from agent.when.wording import as_json, explain

__all__ = ["DateRange", "Span", "TimeRange", "When", "as_json", "explain", "read"]
