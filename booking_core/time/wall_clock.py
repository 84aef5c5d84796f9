"""The clock on the wall of a location, and how it maps to UTC, clock changes included.

One rule decides everything: a minute belongs to "09:00 to 17:30" exactly when the clock on the wall shows a
time in it. So an hour that does not exist is never offered, and an hour that happens twice is there twice.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from msgspec import Struct

from booking_core.time.timeline import MINUTE, Horizon

DAY_MINUTES = 24 * 60
# No zone of the tz database changes its clock twice within three hours.
PROBE = timedelta(hours=3)
# Files beside the zones of a machine: its own zone, its default rules, and the zone of a machine that has
# none.
MACHINES_OWN = frozenset(["localtime", "posixrules", "Factory"])


class Stretch(Struct, frozen=True):
    """UTC instants [start, end) during which the zone keeps one offset."""

    start: datetime
    end: datetime
    offset: timedelta

    def wall(self, moment: datetime) -> datetime:
        """The naive local time of an instant of this stretch."""
        return moment.replace(tzinfo=None) + self.offset


class LocalDay(Struct, frozen=True):
    """One date within one stretch, in minutes of the horizon: where its midnight is by the stretch's clock,
    were there no other, and from where to where the stretch lasts."""

    date: date
    midnight: int
    first: int
    last: int


@lru_cache(maxsize=512)
def zone(name: str) -> ZoneInfo:
    """The zone of an IANA name. Raises ``ZoneInfoNotFoundError`` or ``ValueError`` for anything else."""
    return ZoneInfo(name)


def is_time_zone(name: str) -> bool:
    """Whether a name is that of an IANA time zone, which means the same on every machine."""
    if name in MACHINES_OWN or name.startswith(("posix/", "right/")):
        return False
    try:
        zone(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def midnight(day: date, zone_name: str) -> datetime:
    """The first instant (UTC) whose local date is ``day``; after midnight where the clock jumps over it."""
    local = datetime(day.year, day.month, day.day, tzinfo=zone(zone_name))
    instant = local.astimezone(UTC)
    if instant.astimezone(zone(zone_name)).date() != day:
        return _change_between(zone_name, instant - PROBE, instant + PROBE)
    return instant


def day_around(moment: datetime, zone_name: str) -> tuple[datetime, datetime]:
    """The local date a moment lies in, from its first instant to that of the next, in UTC."""
    day = moment.astimezone(zone(zone_name)).date()
    return midnight(day, zone_name), midnight(day + timedelta(days=1), zone_name)


@lru_cache(maxsize=1024)
def stretches(horizon: Horizon, zone_name: str) -> tuple[Stretch, ...]:
    """The horizon cut where the zone changes its clock; one stretch for most months."""
    cut, start, offset = [], horizon.origin, _offset(zone_name, horizon.origin)
    for change, after in _changes(horizon, zone_name):
        if start < change < horizon.end:
            cut.append(Stretch(start, change, offset))
            start, offset = change, after
    return (*cut, Stretch(start, horizon.end, offset))


@lru_cache(maxsize=1024)
def local_days(horizon: Horizon, zone_name: str) -> tuple[LocalDay, ...]:
    """The local dates of a horizon, the day before included: its opening hours may reach past midnight."""
    return tuple(day for stretch in stretches(horizon, zone_name) for day in _days_of(horizon, stretch))


def exists(local: datetime, zone_name: str) -> bool:
    """Whether a naive local time happens at all in the zone."""
    aware = local.replace(tzinfo=zone(zone_name))
    return aware.astimezone(UTC).astimezone(zone(zone_name)).replace(tzinfo=None, fold=0) == local


def _days_of(horizon: Horizon, stretch: Stretch) -> Iterator[LocalDay]:
    first, last = horizon.minute_of(stretch.start), horizon.minute_of(stretch.end)
    begins = stretch.wall(stretch.start)
    day, midnight_at = (
        begins.date() - timedelta(days=1),
        first - begins.hour * 60 - begins.minute - DAY_MINUTES,
    )
    while midnight_at < last:
        yield LocalDay(day, midnight_at, first, last)
        day, midnight_at = day + timedelta(days=1), midnight_at + DAY_MINUTES


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
