"""What holds every so many weeks: from a date on, until another. Dates are local; a week begins on Monday."""

from datetime import date, timedelta

from booking_core.errors import InvalidField

MOST_WEEKS = 52


def repeats_on(day: date, every_weeks: int, anchor: date | None, until: date | None) -> bool:
    """Whether something of a day's weekday holds on it: from the ``anchor`` on, whose week is the first, to
    ``until``, both included. Without an anchor it has held for ever, and in every week."""
    if (anchor is not None and day < anchor) or (until is not None and day > until):
        return False
    return anchor is None or (_monday(day) - _monday(anchor)).days // 7 % every_weeks == 0


def check_repetition(every_weeks: int, anchor: date | None, until: date | None) -> None:
    """Raises ``InvalidField`` for a repetition that cannot be."""
    if not 1 <= every_weeks <= MOST_WEEKS:
        raise InvalidField("every_weeks", f"It can repeat every 1 to {MOST_WEEKS} weeks.")
    if every_weeks > 1 and anchor is None:
        raise InvalidField("anchor", "Say from which date on: its week is the first.")
    if anchor is not None and until is not None and until < anchor:
        raise InvalidField("until", "It has to end after it begins.")


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
