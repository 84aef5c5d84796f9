"""The values that pass between the rules: a clock time, hours of the day, days of the calendar, a
duration."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

Grain = Literal["day", "week", "weekend", "month", "quarter", "season", "year", "span", "deadline"]

# What can be wrong with what was said: see `constraints.Problem`.
NO_SUCH_DAY, NO_SUCH_TIME, DAYS_DIFFER = "no_such_day", "no_such_time", "weekday_and_date_differ"
WHICH_ORDER, DAY_OR_HOUR, PAST, TOO_MUCH = "day_month_order", "day_or_hour", "past", "too_much"

NOON = 12 * 60
DAY = 24 * 60

# Where businesses are open: a bare "at 4" is four in the afternoon, a bare "at 9" nine in the morning.
BUSINESS_OPENS = 8 * 60
BUSINESS_CLOSES = 20 * 60


class ClockTime(Struct, frozen=True):
    """A time on the clock face, in minutes after midnight; is_certain when morning or afternoon is known.
    ends_night: "at night at one" is of the night that began the day before."""

    minute: int
    is_certain: bool
    ends_night: bool = False

    def guess(self) -> int:
        """The minute of the day in business hours."""
        return self.minute if self.is_certain else business_minute(self.minute)

    def choices(self) -> tuple[int, ...]:
        return (self.minute,) if self.is_certain else (self.minute % NOON, self.minute % NOON + NOON)


class Hours(Struct, frozen=True):
    """A part of the day from first to last minute; either may be open. The name is that of a part, or
    empty."""

    first: int | None
    last: int | None
    name: str = ""
    excludes_last: bool = False


class Days(Struct, frozen=True):
    """Calendar days, first and last inclusive.

    A deadline is the end of "by Friday". floats: read against today only for want of a better anchor: a bare
    "Tuesday" or "the 14th", which "next week" or "in March" elsewhere in the sentence may still move. either:
    what a date in numbers means with day and month the other way round, where that is a day too.
    says_weekday: it was told by a weekday ("next Friday"). is_rough: it was counted in weeks or months ("in
    two weeks"), so that a weekday beside it says which day of that week. is_relative: it was told from today
    ("tomorrow"), so that a date beside it names the same day.
    """

    first: date | None
    last: date | None
    grain: Grain = "day"
    floats: Literal["", "weekday", "day of month"] = ""
    either: date | None = None
    says_weekday: bool = False
    is_rough: bool = False
    is_relative: bool = False

    @classmethod
    def on(cls, day: date, floats: Literal["", "weekday", "day of month"] = "") -> Days:
        return cls(day, day, "day", floats)

    @property
    def is_day(self) -> bool:
        return self.grain == "day" and self.first is not None and self.first == self.last


class Doubt(Struct, frozen=True):
    """What is wrong with a reading, the days it may mean instead, and the characters start:end it was read
    from."""

    kind: str
    days: tuple[date, ...] = ()
    start: int = 0
    end: int = 0


class Duration(Struct, frozen=True):
    """So many of a unit: minute, hour, day, week, month, quarter or year."""

    count: float
    unit: str


def business_minute(minute: int) -> int:
    """The reading of a twelve-hour minute that falls within business hours."""
    early = minute % NOON
    return early if early >= BUSINESS_OPENS else early + NOON
