"""A stretch of time as one integer, one bit per minute.

Bit *m* stands for the minute that begins *m* minutes after an origin. Union is ``|``, intersection is ``&``,
and "free for d minutes in a row" is an erosion by shifts, so a month of one person is one integer of 44,640
bits.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from msgspec import Struct

MINUTE = timedelta(minutes=1)
EPOCH = datetime.fromtimestamp(0, UTC)


def span(start: int, end: int) -> int:
    """The minutes from ``start`` up to but not including ``end``; nothing where the end is not after the
    start."""
    start = max(start, 0)
    return ((1 << (end - start)) - 1) << start if end > start else 0


def union(spans: Iterable[tuple[int, int]], origin: int = 0, minutes: int | None = None) -> int:
    """The minutes of any [start, end), counted from ``origin``; those before it are left out, and those after
    ``minutes``."""
    bits = 0
    for start, end in spans:
        # As ``span``, which would be a call for every appointment of a month.
        first, length = start - origin, end - start
        if first < 0:
            first, length = 0, length + first
        if length > 0:
            bits |= ((1 << length) - 1) << first
    return bits if minutes is None else bits & ((1 << minutes) - 1)


def starts_of_runs(bits: int, minutes: int) -> int:
    """Every minute from which ``minutes`` set minutes follow one another, itself included.

    Doubling: knowing the starts of runs of n, one shift gives those of up to 2n, so a run of 120 takes seven
    shifts.
    """
    known = 1
    while known < minutes:
        shift = min(known, minutes - known)
        bits &= bits >> shift
        known += shift
    return bits


def spread(bits: int, minutes: int) -> int:
    """Every set minute and those that follow it, ``minutes`` in all: what is covered from these starts. By
    doubling."""
    known = 1
    while known < minutes:
        shift = min(known, minutes - known)
        bits |= bits << shift
        known += shift
    return bits


def comb(step: int, length: int) -> int:
    """Bit 0 and one bit each ``step`` minutes, for at least ``length`` minutes, by doubling."""
    bits, filled = 1, step
    while filled < length:
        bits |= bits << filled
        filled *= 2
    return bits


def minutes_of(bits: int) -> Iterator[int]:
    """The set minutes, earliest first."""
    text = format(bits, "b")[::-1]
    minute = text.find("1")
    while minute >= 0:
        yield minute
        minute = text.find("1", minute + 1)


def epoch_minute(moment: datetime) -> int:
    """The minute since 1970 (UTC) that a moment lies in."""
    return (moment - EPOCH) // MINUTE


def minutes_between(start: datetime, end: datetime) -> int:
    """Whole minutes from ``start`` to ``end``; a part of one does not count."""
    return (end - start) // MINUTE


class Horizon(Struct, frozen=True):
    """The stretch of time under consideration: an origin (aware, UTC, on a whole minute) and a length in
    minutes."""

    origin: datetime
    minutes: int

    @classmethod
    def between(cls, start: datetime, end: datetime) -> "Horizon":
        """The whole minutes that cover [start, end), both in UTC."""
        origin = start.replace(second=0, microsecond=0)
        return cls(origin, max(0, -((origin - end) // MINUTE)))

    @property
    def end(self) -> datetime:
        return self.origin + self.minutes * MINUTE

    @property
    def all(self) -> int:
        return span(0, self.minutes)

    def minute_of(self, moment: datetime) -> int:
        """The minute a moment lies in; negative or past the end where it lies outside."""
        return (moment - self.origin) // MINUTE

    def first_minute_from(self, moment: datetime) -> int:
        """The first minute that begins at or after a moment."""
        return -((self.origin - moment) // MINUTE)

    def moment_of(self, minute: int) -> datetime:
        """The moment (UTC) of a minute of the horizon."""
        return self.origin + minute * MINUTE

    def bits_of(self, spans: Iterable[tuple[datetime, datetime]]) -> int:
        """The minutes touched by any [start, end), cut to the horizon: parts of a minute count as the
        whole."""
        return union(
            (self.minute_of(start), min(self.first_minute_from(end), self.minutes)) for start, end in spans
        )

    def bits_of_minutes(self, spans: Iterable[tuple[int, int]]) -> int:
        """The same for spans told in minutes since 1970 (UTC)."""
        return union(spans, epoch_minute(self.origin), self.minutes)

    def bits_between(self, start: datetime, end: datetime) -> int:
        """A bit for each minute from ``start`` until ``end``, both aware."""
        return self.bits_of([(start, end)])
