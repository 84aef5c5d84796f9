"""When somebody is busy by a calendar file, as a person would say who looks at it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice

from icalendar import Calendar, Event
from msgspec import Struct
from recurring_ical_events import of as occurrences_of

from booking_core.calendars.reading.events import calendars_of, is_busy, series_of
from booking_core.time.wall_clock import zone

# An event of every hour for two years.
MOST_OF_ONE = 20_000
MOST_STRETCHES = 50_000
# What our own files name events by.
OURS = "zimun"


class TooMuch(ValueError):
    """More busy times than anybody has."""


class BusyStretch(Struct, frozen=True, array_like=True):
    """[start, end), UTC. ``uid`` only of what one of our own files may have named."""

    start: datetime
    end: datetime
    uid: str = ""


class BusyReading(Struct, frozen=True):
    """``skipped`` are the events that could not be understood."""

    stretches: list[BusyStretch]
    skipped: int


Limit = Callable[[], AbstractContextManager[object]]


def read_busy(
    body: bytes, start: datetime, end: datetime, time_zone: str, *, limit: Limit = nullcontext
) -> BusyReading:
    """What is busy between two moments (aware). Days, and times without a zone, are on the clock of
    ``time_zone``. Each series is worked out within ``limit``, which may raise ``TimeoutError``.

    Raises ``NotACalendar`` and ``TooMuch``.
    """
    local = zone(time_zone)
    found: list[BusyStretch] = []
    skipped = 0
    for calendar in calendars_of(body):
        every, unread = series_of(calendar)
        skipped += unread
        for series in every:
            stretches = None
            with suppress(ValueError, OverflowError, TypeError, KeyError, TimeoutError), limit():
                stretches = list(islice(_stretches(series, start, end, local), MOST_OF_ONE + 1))
            if stretches is None or len(stretches) > MOST_OF_ONE:
                skipped += 1
                continue
            found += stretches
            if len(found) > MOST_STRETCHES:
                raise TooMuch("The calendar holds too many events.")
    return BusyReading(found, skipped)


def _stretches(series: list[Event], start: datetime, end: datetime, local: tzinfo) -> Iterator[BusyStretch]:
    together = Calendar()
    together.subcomponents = list(series)
    uid = str(series[0]["UID"])
    # A day more on either side: days and times without a zone are compared as if they were in UTC.
    around = start - timedelta(days=2), end + timedelta(days=2)
    for event in occurrences_of(together).between(*around):
        if not is_busy(event):
            continue
        begins, ends = (_moment(event[name].dt, local) for name in ("DTSTART", "DTEND"))
        if begins < ends and begins < end and ends > start:
            yield BusyStretch(max(begins, start), min(ends, end), uid if OURS in uid else "")


def _moment(value: date | datetime, local: tzinfo) -> datetime:
    """In UTC; a date is its midnight."""
    if not isinstance(value, datetime):
        value = datetime.combine(value, time())
    return (value.replace(tzinfo=local) if value.tzinfo is None else value).astimezone(UTC)
