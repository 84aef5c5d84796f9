"""How a start stands in an address."""

from datetime import UTC, datetime

STAMP = "%Y%m%dT%H%MZ"


def stamp_of(start: datetime) -> str:
    return start.astimezone(UTC).strftime(STAMP)
