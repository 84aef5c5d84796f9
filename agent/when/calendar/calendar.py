"""Calendar arithmetic: weeks, months, quarters, the nth weekday, Easter."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from agent.when.values import Days, Duration

# Nobody books further away than this; a larger number in a sentence is not a date.
HORIZON_YEARS = 20
YEARS = range(1900, 2101)


def shift_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(day: date, duration: Duration, times: int = 1) -> date | None:
    """The day a duration of days or more later (times = -1: earlier); None beyond the horizon."""
    days_each = {"day": 1, "week": 7}
    months_each = {"month": 1, "quarter": 3, "year": 12}
    if duration.unit in days_each:
        days = round(duration.count * days_each[duration.unit]) * times
        return day + timedelta(days=days) if abs(days) <= HORIZON_YEARS * 366 else None
    if duration.unit not in months_each:
        return None
    months = duration.count * months_each[duration.unit] * times
    if abs(months) > HORIZON_YEARS * 12:
        return None
    # Half a month is two weeks to whoever says it.
    return shift_months(day, int(months)) + timedelta(days=round((months - int(months)) * 30))


def weekday_after(day: date, weekday: int) -> date:
    """The first such weekday later than the day."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def weekday_from(day: date, weekday: int) -> date:
    """The first such weekday on or after the day."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def weekday_before(day: date, weekday: int) -> date:
    """The last such weekday earlier than the day."""
    return day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1)


def nth_weekday(period: Days, nth: int, weekday: int) -> date | None:
    """The nth such weekday of a period; -1 is the last, -2 the one before it. None where there is none."""
    if period.first is None or period.last is None:
        return None
    if nth > 0:
        found = weekday_from(period.first, weekday) + timedelta(weeks=nth - 1)
    else:
        found = weekday_before(period.last + timedelta(days=1), weekday) + timedelta(weeks=nth + 1)
    return found if period.first <= found <= period.last else None


def day_of_month(month: date, day: int) -> date | None:
    """The day of the month that holds the date; None where that month is too short."""
    if not 1 <= day <= monthrange(month.year, month.month)[1]:
        return None
    return month.replace(day=day)


def next_day_of_month(today: date, day: int) -> date | None:
    """The first such day of a month from today on; None for a number no month has."""
    if not 1 <= day <= 31:
        return None
    months = (day_of_month(shift_months(today.replace(day=1), ahead), day) for ahead in range(4))
    return next((found for found in months if found and found >= today), None)


def month_day(today: date, month: int, day: int, year: int | None) -> date | None:
    """The day of a named month; without a year the first from today on (29 February waits for a leap
    year)."""
    if not 1 <= month <= 12 or (year is not None and year not in YEARS):
        return None
    years = [year] if year is not None else list(range(today.year, today.year + 9))
    found = (day_of_month(date(each, month, 1), day) for each in years)
    return next((one for one in found if one and (year is not None or one >= today)), None)


def coming_month_day(today: date, month: int, day: int, year: int | None) -> date | None:
    """The day of a named month; without a year its next turn, None where there is no such day in that year:
    29 February waits for none."""
    if not 1 <= month <= 12 or (year is not None and year not in YEARS):
        return None
    return day_of_month(date(year or _year_of_next(today, month, day), month, 1), day)


def days_instead(today: date, month: int, day: int, year: int | None) -> tuple[date, ...]:
    """The real days on either side of one that does not exist: the end of its month and the beginning of the
    next; those to come."""
    if not 1 <= month <= 12 or (year is not None and year not in YEARS):
        return ()
    first = date(year or _year_of_next(today, month, max(day, 1)), month, 1)
    begin = first if day < 1 else shift_months(first, 1)
    return tuple(one for one in (begin - timedelta(days=1), begin) if one >= today)


def _year_of_next(today: date, month: int, day: int) -> int:
    return today.year if (month, day) >= (today.month, today.day) else today.year + 1


def weekday_near(today: date, day: date, weekday: int) -> date:
    """Such a weekday at most three days away from the day, and not before today unless the day is."""
    near = day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)
    return near + timedelta(weeks=1) if near < today <= day else near


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian computus)."""
    century, golden = year // 100, year % 19
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact -= (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    offset = epact - (year + year // 4 + epact + 2 - century + century // 4) % 7
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))
