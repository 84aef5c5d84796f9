"""What was said about time, as constraints a desk can check a start against."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from msgspec import Struct, field
from msgspec.structs import replace

from agent.when.values import PAST


class DateRange(Struct, frozen=True, rename={"first": "from", "last": "to"}):
    """Calendar days from first to last, both inclusive; None is an open end."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


class TimeRange(Struct, frozen=True, rename={"first": "from", "last": "to"}):
    """Minutes after midnight on the wall clock, first == last for an exact time; None is an open end.

    A range whose last lies before its first runs past midnight. The last minute belongs to the range
    ("between two and four" allows four) unless excludes_last says otherwise ("before four", "in the
    morning").
    """

    first: int | None = None
    last: int | None = None
    excludes_last: bool = False

    def holds(self, minute: int) -> bool:
        """Whether a minute of the day (local) lies in it; a range that ends before it begins goes over
        midnight."""
        late_enough = self.first is None or self.first <= minute
        early_enough = (
            self.last is None or minute < self.last or (minute == self.last and not self.excludes_last)
        )
        if self.first is not None and self.last is not None and self.last < self.first:
            return late_enough or early_enough
        return late_enough and early_enough


class ReadSpan(Struct, frozen=True):
    """The characters start:end of the text that were read, and how they were read."""

    start: int
    end: int
    reading: str


class WhenProblem(Struct, frozen=True):
    """What cannot be as it was said, in the words it was said with.

    kind: no_such_day ("30 February") and no_such_time ("25:00"); weekday_and_date_differ ("Friday the 3rd", a
    Thursday) and day_month_order (5/12 where both orders are usual), each with the days it may mean;
    day_or_hour ("no, 7?"), with the day it may be and, last, the day whose hour it may be; past; too_much,
    more than can be read at once. days: what may be meant instead, in order; none where nobody can tell.
    """

    kind: str
    words: str = ""
    days: tuple[date, ...] = ()

    @property
    def needs_question(self) -> bool:
        """Whether only the customer can tell what is meant; of what is past it is enough to say so."""
        return self.kind != PAST


class HoursOfDays(Struct, frozen=True):
    """Hours of some days and not of others: "Friday at three", beside "Saturday at ten". Monday is 0. Without
    days they are hours of whatever day is spoken of: "at four", beside "or Thursday morning"."""

    dates: tuple[DateRange, ...] = ()
    weekdays: frozenset[int] = frozenset()
    times: tuple[TimeRange, ...] = ()

    @property
    def is_of_any_day(self) -> bool:
        return not (self.dates or self.weekdays)

    def holds(self, day: date, minute: int) -> bool:
        is_day = day.weekday() in self.weekdays or any(span.holds(day) for span in self.dates)
        return (is_day or self.is_of_any_day) and any(span.holds(minute) for span in self.times)


class When(Struct, frozen=True):
    """The reading of one sentence. Several dates (or times) are alternatives; dates and times must both fit.

    weekdays, not_weekdays: Monday is 0. moments: where several days have hours of their own, each with its
    own; their days and hours are among dates and times as well, unless one is of any day. zone: the IANA zone
    whose wall clock all of it speaks of. problems: what cannot be as it was said; until it has been asked
    about, no start is allowed.
    """

    dates: tuple[DateRange, ...] = ()
    times: tuple[TimeRange, ...] = ()
    weekdays: frozenset[int] = frozenset()
    not_dates: tuple[DateRange, ...] = ()
    not_weekdays: frozenset[int] = frozenset()
    not_times: tuple[TimeRange, ...] = ()
    moments: tuple[HoursOfDays, ...] = ()
    not_moments: tuple[HoursOfDays, ...] = ()
    soonest: bool = False
    relative: Literal["earlier", "later"] | None = None
    spans: tuple[ReadSpan, ...] = field(default=())
    zone: str = "UTC"
    problems: tuple[WhenProblem, ...] = ()

    @property
    def unclear(self) -> tuple[WhenProblem, ...]:
        """The problems that must be asked about before anybody looks for a time."""
        return tuple(problem for problem in self.problems if problem.needs_question)

    @property
    def is_empty(self) -> bool:
        """Nothing was said about time."""
        wanted = self.dates or self.times or self.weekdays or self.soonest or self.relative or self.problems
        return not (wanted or self.not_dates or self.not_weekdays or self.not_times or self.not_moments)

    def allows(self, start: datetime) -> bool:
        """Whether an appointment may start at this aware moment; it is judged on the wall clock of the
        zone."""
        local = start.astimezone(ZoneInfo(self.zone))
        day, minute = local.date(), local.hour * 60 + local.minute
        if self.unclear or any(moment.holds(day, minute) for moment in self.not_moments):
            return False
        if self.moments and not any(moment.holds(day, minute) for moment in self.moments):
            return False
        return self.allows_day(day) and self._allows_minute(minute)

    def at_any_time(self) -> When:
        """The same days at whatever time of day."""
        return replace(self, times=(), not_times=(), moments=(), not_moments=())

    def on_any_day(self) -> When:
        """The same time of day on whatever day."""
        return replace(self, dates=(), weekdays=frozenset(), soonest=False, moments=())

    def allows_day(self, day: date) -> bool:
        """Whether the day is among those that were said, whatever the hour."""
        if day.weekday() in self.not_weekdays or any(span.holds(day) for span in self.not_dates):
            return False
        if self.weekdays and day.weekday() not in self.weekdays:
            return False
        return not self.dates or any(span.holds(day) for span in self.dates)

    def _allows_minute(self, minute: int) -> bool:
        if any(span.holds(minute) for span in self.not_times):
            return False
        return not self.times or any(span.holds(minute) for span in self.times)
