"""A day drawn to scale: moments as rows of five minutes. Pure; a day with a clock change is an hour shorter
or longer."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct

from booking_core.time.timeline import MINUTE, Horizon, span
from booking_core.time.wall_clock import midnight

STEP = timedelta(minutes=5)
HOUR = timedelta(hours=1)
# No day of any zone has more hours than this.
MOST_ROWS = 27 * HOUR // STEP
# What a day shows when nobody works and nothing is booked: from nine to five.
EMPTY_FROM, EMPTY_TO = 9 * HOUR, 17 * HOUR
Stretch = tuple[datetime, datetime]


class GridRows(Struct, frozen=True):
    """Where something is drawn: the row it begins in, from 0, and how many it takes, at least one."""

    first: int
    count: int


class DayPlan(Struct, frozen=True):
    """The part of a day that is drawn, [start, end) in UTC, from full hour to full hour after its
    midnight."""

    start: datetime
    end: datetime

    @property
    def rows(self) -> int:
        return (self.end - self.start) // STEP

    def half_hours(self) -> list[datetime]:
        """The beginnings of all of them (UTC)."""
        return [self.start + number * HOUR / 2 for number in range(2 * ((self.end - self.start) // HOUR))]

    def place(self, start: datetime, end: datetime) -> GridRows | None:
        """The rows of [start, end), cut to what is drawn; None for what lies outside."""
        first, last = max(start, self.start), min(end, self.end)
        if first >= last:
            return None
        row = (first - self.start) // STEP
        return GridRows(row, max(1, -((self.start - last) // STEP) - row))

    def hours(self) -> Iterator[tuple[int, datetime]]:
        """Each full hour that is drawn, with its row. An hour that happens twice comes twice, one that never
        happens not at all."""
        moment = self.start
        while moment < self.end:
            yield (moment - self.start) // STEP, moment
            moment += HOUR


def day_of(day: date, zone_name: str) -> Horizon:
    """The whole local day in UTC minutes: 1,440 of them but for days with a clock change."""
    return Horizon.between(midnight(day, zone_name), midnight(day + timedelta(days=1), zone_name))


def plan_of(day: Horizon, opened: int, busy: Iterable[Stretch]) -> DayPlan:
    """What has to be drawn of a day: everything open (bits of the day) and everything booked."""
    for start, end in busy:
        opened |= day.bits_between(max(start, day.origin), min(end, day.end))
    if not opened:
        return DayPlan(day.origin + EMPTY_FROM, day.origin + EMPTY_TO)
    first, last = (opened & -opened).bit_length() - 1, opened.bit_length()
    until = -(-last // 60) * 60 * MINUTE
    return DayPlan(day.origin + first // 60 * HOUR, min(day.origin + until, _last_hour(day)))


def closed_rows(plan: DayPlan, day: Horizon, opened: int) -> list[GridRows]:
    """The rows of a plan in which somebody is not there; ``opened`` are bits of the day."""
    first, last = day.minute_of(plan.start), day.minute_of(plan.end)
    parts = _runs((span(first, last) & ~opened) >> first)
    placed = [plan.place(plan.start + start * MINUTE, plan.start + end * MINUTE) for start, end in parts]
    return [rows for rows in placed if rows is not None]


def _runs(bits: int) -> Sequence[tuple[int, int]]:
    """The stretches of set bits, [start, end)."""
    runs, base = [], 0
    while bits:
        gap = (bits & -bits).bit_length() - 1
        bits >>= gap
        length = (~bits & (bits + 1)).bit_length() - 1
        runs.append((base + gap, base + gap + length))
        bits >>= length
        base += gap + length
    return runs


def _last_hour(day: Horizon) -> datetime:
    """The end of the day, on a full hour after midnight also where a day is half an hour longer."""
    return day.origin - (day.origin - day.end) // HOUR * HOUR
