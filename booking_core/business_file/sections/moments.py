"""Dates and moments as people write them for a place: on its own clock."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from msgspec import Struct

from booking_core.back_office.nouns.keys import RowKey
from booking_core.input.dates import Day, Moment, iso_moment
from booking_core.input.kinds import WrongValue
from booking_core.time.wall_clock import exists, midnight, zone

Local = date | datetime
AT = " at "


class LocalMoment(Struct, frozen=True):
    """A date, or a moment on the clock of the place; one with an offset is that of everywhere."""

    takes = "a date, such as 2026-12-24, or a time on the clock there, such as 2026-12-24 09:00"

    def read(self, value: Any) -> Local:
        if isinstance(value, date):
            return value
        if not isinstance(value, str):
            raise WrongValue(f"Please give {self.takes}.")
        try:
            day: date = Day().read(value)
        except WrongValue:
            return self._moment(value)
        return day

    def _moment(self, value: str) -> datetime:
        try:
            moment = iso_moment(value)
        except ValueError as error:
            raise WrongValue(f"Please give {self.takes}.") from error
        # A moment of some year that is kept, whatever the place.
        kept: datetime = Moment().read(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
        return kept if moment.tzinfo else moment


def begin_of(local: Local, zone_name: str) -> datetime:
    """The instant (UTC) at which it begins. Raises ``WrongValue`` for a time the clock there never shows."""
    if not isinstance(local, datetime):
        return midnight(local, zone_name)
    if local.tzinfo is not None:
        return local.astimezone(UTC)
    if not exists(local, zone_name):
        raise WrongValue("The clocks there go forward over this time.")
    return local.replace(tzinfo=zone(zone_name)).astimezone(UTC)


def end_of(local: Local, zone_name: str) -> datetime:
    """The instant (UTC) at which it ends: a date is included."""
    return begin_of(local if isinstance(local, datetime) else local + timedelta(days=1), zone_name)


def write_begin(moment: datetime, zone_name: str) -> str:
    """The moment on the clock of a place; with its offset where that clock shows it twice."""
    wall = moment.astimezone(zone(zone_name))
    if moment == midnight(wall.date(), zone_name):
        return wall.date().isoformat()
    if begin_of(wall.replace(tzinfo=None, fold=0), zone_name) != moment:
        return wall.isoformat(" ")
    return wall.replace(tzinfo=None).isoformat(
        " ", "minutes" if wall.time().replace(second=0, microsecond=0) == wall.time() else "auto"
    )


def write_end(moment: datetime, zone_name: str) -> str:
    """The last date, where it ends with one."""
    wall = moment.astimezone(zone(zone_name))
    if moment == midnight(wall.date(), zone_name):
        return (wall.date() - timedelta(days=1)).isoformat()
    return write_begin(moment, zone_name)


class DatePlace(Struct, frozen=True):
    """A date, and where it is meant if not at home: ``2026-12-28 at berlin``."""

    takes = "a date, such as 2026-12-24, or 2026-12-24 at a location of theirs"

    def read(self, value: Any) -> str:
        day, _, place = str(value).partition(AT)
        written: str = Day().read(day.strip()).isoformat()
        return f"{written}{AT}{RowKey().read(place.strip())}" if place else written
