"""What holds every so many weeks: from a date on, until another. Dates are local; a week begins on Monday."""

from datetime import date, timedelta
from math import gcd

from msgspec import Struct

from booking_core.errors import InvalidField

MOST_WEEKS = 52
WEEK = timedelta(weeks=1)


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


class Rhythm(Struct, frozen=True):
    """The weeks in which something of a weekday (0 is Monday) holds; see ``repeats_on``."""

    weekday: int
    every_weeks: int = 1
    anchor: date | None = None
    until: date | None = None

    def weeks(self) -> tuple[date | None, date | None]:
        """The Mondays of the first and of the last week in which its weekday is within its dates."""
        day = timedelta(days=self.weekday)
        first = self.anchor and _monday(self.anchor - day + timedelta(days=6))
        return first, self.until and _monday(self.until - day)


def ever_meet(one: Rhythm, other: Rhythm, weeks_later: int) -> bool:
    """Whether ``other`` ever holds so many weeks after a week in which ``one`` does."""
    later = weeks_later * WEEK
    first, last = one.weeks()
    other_first, other_last = (week and week - later for week in other.weeks())
    begins = max((week for week in (first, other_first) if week), default=None)
    ends = min((week for week in (last, other_last) if week), default=None)
    if begins is None:
        return True
    if one.anchor is not None and other.anchor is not None:
        apart = (_monday(other.anchor) - later - _monday(one.anchor)).days // 7
        if apart % gcd(one.every_weeks, other.every_weeks):
            return False
    return ends is None or _first_of(one, other, begins, later) <= ends


def _first_of(one: Rhythm, other: Rhythm, week: date, later: timedelta) -> date:
    """The first week from this one on that is a week of both, which there is."""
    while not (_is_turn(one, week) and _is_turn(other, week + later)):
        week += WEEK
    return week


def _is_turn(rhythm: Rhythm, monday: date) -> bool:
    return rhythm.anchor is None or (monday - _monday(rhythm.anchor)).days // 7 % rhythm.every_weeks == 0


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
