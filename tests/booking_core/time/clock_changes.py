"""Clock changes worth a test: what is special about each, and the first instant of the new offset (UTC)."""

from datetime import UTC, datetime

from msgspec import Struct


class ClockChange(Struct, frozen=True):
    zone: str
    moment: datetime


def _change(zone: str, *moment: int) -> ClockChange:
    return ClockChange(zone, datetime(*moment, tzinfo=UTC))  # type: ignore[misc,arg-type]


IN_USE = (
    _change("America/New_York", 2026, 3, 8, 7),
    _change("America/New_York", 2026, 11, 1, 6),
    _change("Europe/Berlin", 2026, 3, 29, 1),
    _change("Europe/Berlin", 2026, 10, 25, 1),
    # Half an hour only.
    _change("Australia/Lord_Howe", 2026, 4, 4, 15),
    _change("Australia/Lord_Howe", 2026, 10, 3, 15, 30),
    # Midnight itself is jumped over in spring; in autumn 23:00 to midnight happens twice.
    _change("America/Santiago", 2026, 4, 5, 3),
    _change("America/Santiago", 2026, 9, 6, 4),
)
CURIOUS = (
    # Midnight to 01:00 happens twice.
    _change("America/Havana", 2026, 3, 8, 5),
    _change("America/Havana", 2026, 11, 1, 5),
    # Backwards for Ramadan.
    _change("Africa/Casablanca", 2026, 2, 15, 2),
    _change("Africa/Casablanca", 2026, 3, 22, 2),
    # A whole date that never was.
    _change("Pacific/Apia", 2011, 12, 30, 10),
    # Two hours at once.
    _change("Antarctica/Troll", 2026, 3, 29, 1),
    _change("Antarctica/Troll", 2026, 10, 25, 1),
    # One minute past midnight, back into yesterday.
    _change("America/St_Johns", 2010, 11, 7, 2, 31),
    # At midnight UTC.
    _change("Asia/Baghdad", 2007, 4, 1, 0),
)
NEVER = ClockChange("Asia/Kolkata", datetime(2026, 3, 29, 1, tzinfo=UTC))
CLOCK_CHANGES = (*IN_USE, *CURIOUS, NEVER)
