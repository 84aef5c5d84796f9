"""The clock on the wall of a location, and how it maps to UTC, clock changes included.

One rule decides everything: a minute belongs to "09:00 to 17:30" exactly when the clock on the wall shows a time in it. So an hour
that does not exist is never offered, and an hour that happens twice is there twice.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from msgspec import Struct

from booking_core.timeline import MINUTE, Horizon

DAY_MINUTES = 24 * 60
# No zone of the tz database changes its clock twice within three hours.
PROBE = timedelta(hours=3)


class Stretch(Struct, frozen=True):
    """UTC instants [start, end) during which the zone keeps one offset."""

    start: datetime
    end: datetime
    offset: timedelta

    def wall(self, moment: datetime) -> datetime:
        """The naive local time of an instant of this stretch."""
        return moment.replace(tzinfo=None) + self.offset


@lru_cache(maxsize=512)
def zone(name: str) -> ZoneInfo:
    """The zone of an IANA name. Raises ``ZoneInfoNotFoundError`` or ``ValueError`` for anything else."""
    return ZoneInfo(name)


def midnight(day: date, zone_name: str) -> datetime:
    """The first instant (UTC) whose local date is ``day``; after midnight where the clock jumps over it."""
    local = datetime(day.year, day.month, day.day, tzinfo=zone(zone_name))
    instant = local.astimezone(UTC)
    if instant.astimezone(zone(zone_name)).date() != day:
        return _change_between(zone_name, instant - PROBE, instant + PROBE)
    return instant


def stretches(horizon: Horizon, zone_name: str) -> Iterator[Stretch]:
    """The horizon cut where the zone changes its clock; one stretch for most months."""
    start, offset = horizon.origin, _offset(zone_name, horizon.origin)
    for change, after in _changes(horizon, zone_name):
        if start < change < horizon.end:
            yield Stretch(start, change, offset)
            start, offset = change, after
    yield Stretch(start, horizon.end, offset)


def wall_span_bits(horizon: Horizon, stretch: Stretch, day: date, opens: int, closes: int) -> tuple[int, int]:
    """Minutes of the horizon at which the wall shows ``day`` plus [opens, closes) minutes, within one stretch."""
    local_midnight = datetime(day.year, day.month, day.day, tzinfo=UTC) - stretch.offset
    base = horizon.minute_of(local_midnight)
    first, last = horizon.minute_of(stretch.start), horizon.minute_of(stretch.end)
    return max(base + opens, first, 0), min(base + closes, last, horizon.minutes)


def dates_of(stretch: Stretch) -> Iterator[date]:
    """The local dates a stretch touches, the day before included: its opening hours may reach past midnight."""
    day = stretch.wall(stretch.start).date() - timedelta(days=1)
    last = stretch.wall(stretch.end - MINUTE).date()
    while day <= last:
        yield day
        day += timedelta(days=1)


def exists(local: datetime, zone_name: str) -> bool:
    """Whether a naive local time happens at all in the zone."""
    aware = local.replace(tzinfo=zone(zone_name))
    return aware.astimezone(UTC).astimezone(zone(zone_name)).replace(tzinfo=None, fold=0) == local


def _changes(horizon: Horizon, zone_name: str) -> Iterator[tuple[datetime, timedelta]]:
    day = horizon.origin.replace(hour=0, minute=0)
    while day < horizon.end:
        yield from _changes_of(zone_name, day)
        day += timedelta(days=1)


@lru_cache(maxsize=65536)
def _changes_of(zone_name: str, utc_day: datetime) -> tuple[tuple[datetime, timedelta], ...]:
    """The instants within one UTC day at which the offset changes, each with the offset after it."""
    changes = []
    moment = utc_day - MINUTE
    while moment < utc_day + timedelta(days=1) - MINUTE:
        following = min(moment + PROBE, utc_day + timedelta(days=1) - MINUTE)
        if _offset(zone_name, moment) != _offset(zone_name, following):
            change = _change_between(zone_name, moment, following)
            changes.append((change, _offset(zone_name, change)))
        moment = following
    return tuple(changes)


def _change_between(zone_name: str, before: datetime, after: datetime) -> datetime:
    """The first minute in (before, after] with the later offset, by halving."""
    target = _offset(zone_name, after)
    while after - before > MINUTE:
        middle = before + ((after - before) // 2 // MINUTE) * MINUTE
        if _offset(zone_name, middle) == target:
            after = middle
        else:
            before = middle
    return after


def _offset(zone_name: str, moment: datetime) -> timedelta:
    offset = moment.astimezone(zone(zone_name)).utcoffset()
    return offset if offset is not None else timedelta(0)
