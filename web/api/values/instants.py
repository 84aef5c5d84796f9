"""Dates and instants as they are written in requests, read with care: bounded years, local times that do not
or twice exist."""

import re
from datetime import UTC, date, datetime, timedelta

from booking_core.errors import Invalid, InvalidField
from booking_core.time.wall_clock import exists, is_time_zone, midnight, zone

# RFC 3339 with an optional offset, and as RFC 9557 with the zone behind it; seconds may be left out. A blank
# before an offset is a plus sign that a query was sent with unescaped.
WRITTEN = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(?::(\d\d)(?:\.\d{1,9})?)?"
    r"([Zz]|[+ -]\d\d:?\d\d)?(?:\[!?([A-Za-z][\w+/-]*)\])?",
    re.ASCII,
)
DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
# No calendar of a business reaches further, and arithmetic at the ends of time overflows.
YEARS = range(2000, 2200)


def check_zone(name: str) -> str:
    """The name, if it is an IANA time zone. Raises ``InvalidField``."""
    if not is_time_zone(name):
        raise InvalidField("time_zone", "That is no time zone we know.", code="unknown_time_zone")
    return name


def day_of(text: str, field: str) -> date:
    """A calendar date. Raises ``InvalidField``."""
    try:
        day = date.fromisoformat(text) if DATE.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or day.year not in YEARS:
        raise InvalidField(field, "Write a date like 2026-11-24, of this century or the next.")
    return day


def moment_of(text: str, field: str, time_zone: str) -> datetime:
    """An instant in UTC, its seconds included. A local time without an offset is read on the clock of the
    zone written behind it, else of ``time_zone``.

    Raises ``InvalidField``, and ``Invalid`` (``nonexistent_local_time``, ``ambiguous_local_time``) around a
    change of the clock.
    """
    written = WRITTEN.fullmatch(text)
    moment = _read(written) if written else None
    if written is None or moment is None or moment.year not in YEARS:
        raise InvalidField(field, "Write an instant like 2026-11-24T10:00:00+01:00.")
    named = written[5]
    if named and not is_time_zone(named):
        raise InvalidField(field, "That is no time zone we know.", code="unknown_time_zone")
    if moment.tzinfo is None:
        return _on_the_wall(moment, named or time_zone)
    if (
        named
        and written[4] not in ("Z", "z")
        and moment.utcoffset() != moment.astimezone(zone(named)).utcoffset()
    ):
        raise InvalidField(field, "The offset is not that of the zone at that time.")
    return moment.astimezone(UTC)


def starts_of(text: str, field: str, time_zone: str) -> datetime:
    """When a date begins on the clock of ``time_zone``, or the instant itself; UTC."""
    if DATE.fullmatch(text):
        return midnight(day_of(text, field), time_zone)
    return moment_of(text, field, time_zone)


def ends_of(text: str, field: str, time_zone: str) -> datetime:
    """When a date is over, so that a range of dates includes its last; or the instant itself. UTC."""
    if DATE.fullmatch(text):
        return midnight(day_of(text, field) + timedelta(days=1), time_zone)
    return moment_of(text, field, time_zone)


def _read(written: re.Match[str]) -> datetime | None:
    day, minute, second, offset, _ = written.groups()
    # A leap second (RFC 3339 §5.6) is the second before it: nobody is booked to the second.
    second = "59" if second == "60" else second or "00"
    offset = {"z": "+00:00"}.get((offset or "").lower(), (offset or "").replace(" ", "+"))
    try:
        return datetime.fromisoformat(f"{day}T{minute}:{second}{offset}")
    except ValueError:
        return None


def _on_the_wall(local: datetime, time_zone: str) -> datetime:
    if not exists(local, time_zone):
        raise Invalid(
            "The clocks go forward over that time: it does not exist that day.", code="nonexistent_local_time"
        )
    first, second = (local.replace(tzinfo=zone(time_zone), fold=fold).astimezone(UTC) for fold in (0, 1))
    if first != second:
        both = [moment.astimezone(zone(time_zone)).isoformat() for moment in (first, second)]
        raise Invalid(
            "The clocks go back over that time: it happens twice that day. Say which by its offset.",
            code="ambiguous_local_time",
            details={"instants": both},
        )
    return first
