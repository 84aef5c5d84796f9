"""Kinds of values: a day and a moment, in ISO 8601."""

import re
from datetime import UTC, date, datetime
from typing import Any

from msgspec import Struct

from booking_core.errors import InvalidField
from booking_core.input.kinds import WrongValue
from booking_core.time.wall_clock import zone

FIRST_YEAR, LAST_YEAR = 2000, 2200
# Python reads more spellings, and "2026-12-24+01:00" as one o'clock.
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
ISO_MOMENT = re.compile(
    ISO_DAY.pattern + r"[Tt ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?"
)


class Day(Struct, frozen=True):
    """A calendar date, as a ``date`` or as ISO 8601."""

    @property
    def takes(self) -> str:
        return "a date, such as 2026-12-24"

    def read(self, value: Any) -> date:
        try:
            day = iso_day(value) if isinstance(value, str) else value
        except ValueError:
            day = None
        is_day = isinstance(day, date) and not isinstance(day, datetime)
        if day is None or not is_day or not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise WrongValue(f"Please give {self.takes}.")
        return date(day.year, day.month, day.day)


class Moment(Struct, frozen=True):
    """An instant with its offset, as a ``datetime`` or as RFC 3339; kept in UTC."""

    @property
    def takes(self) -> str:
        return "a moment with its offset, such as 2026-12-24T09:00:00+01:00"

    def read(self, value: Any) -> datetime:
        try:
            moment = iso_moment(value) if isinstance(value, str) else value
        except ValueError:
            moment = None
        if (
            not isinstance(moment, datetime)
            or moment.tzinfo is None
            or not FIRST_YEAR < moment.year < LAST_YEAR
        ):
            raise WrongValue(f"Please give {self.takes}.")
        return moment.astimezone(UTC)


def typed_moment(field: str, local: datetime, zone_name: str) -> datetime:
    """The instant (UTC) of a naive time that somebody typed. Raises ``InvalidField`` for a date that nobody
    means, such as "for ever", and as ``zone`` does."""
    must_be_near(field, local.date())
    return local.replace(tzinfo=zone(zone_name)).astimezone(UTC)


def must_be_near(field: str, day: date) -> None:
    """Raises ``InvalidField``. Instants of other years cannot be reckoned with on every clock."""
    first, last = FIRST_YEAR, LAST_YEAR - 1
    if not first <= day.year <= last:
        raise InvalidField(field, f"Please choose a date from {first} to {last}.")


def iso_day(text: str) -> date:
    """Of ``2026-12-24``. Raises ``ValueError``."""
    if not ISO_DAY.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def iso_moment(text: str) -> datetime:
    """Of ``2026-12-24 09:00``, aware where it has an offset. Raises ``ValueError``."""
    if not ISO_MOMENT.fullmatch(text):
        raise ValueError(text)
    return datetime.fromisoformat(text)
