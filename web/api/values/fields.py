"""The kinds of values that come in over the API: each bounded, none with a NUL, each as its JSON Schema says.

A pattern is read by Python, by JSON Schema and by whoever generates a client, so all of them are plain.
"""

from datetime import datetime
from typing import Annotated, TypeAlias, TypeVar

from msgspec import UNSET, Meta, UnsetType

from booking_core.input.leniency import WALL_TIME
from booking_core.input.pattern_words import ID, NO_NUL, OPAQUE

T = TypeVar("T")

# What can be a date of this century or the next, to the day; and a time with it. Told to whoever reads the
# schema, while we ourselves refuse in words.
COMMON_DAY = (
    "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8])"
)
LEAP_YEAR = "2000|2[01](0[48]|[2468][048]|[13579][26])"
DATE = f"((2[01][0-9]{{2}})-({COMMON_DAY})|({LEAP_YEAR})-02-29)"
TIME = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?"
OFFSET = "([Zz]|[+-]([01][0-9]|2[0-3]):?[0-5][0-9])"
# An instant with its fraction, its offset and the longest name of a zone behind it.
LONGEST_INSTANT = 80

# An instant in an answer: with its offset, which the schema then says.
Moment: TypeAlias = Annotated[datetime, Meta(tz=True)]
Id: TypeAlias = Annotated[str, Meta(min_length=1, max_length=64, pattern=ID)]
SlotId: TypeAlias = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=600,
        pattern=OPAQUE,
        description="A time as `GET /availability` names it, good for 30 minutes.",
    ),
]
PageToken: TypeAlias = Annotated[
    str,
    Meta(min_length=1, max_length=600, pattern=OPAQUE, description="From the page before."),
]
Line: TypeAlias = Annotated[str, Meta(max_length=200, pattern=NO_NUL)]
Text: TypeAlias = Annotated[str, Meta(max_length=2000, pattern=NO_NUL)]
Zone: TypeAlias = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=64,
        pattern=NO_NUL,
        description="An IANA time zone.",
        examples=["Europe/Berlin"],
    ),
]
Instant: TypeAlias = Annotated[
    str,
    Meta(
        min_length=16,
        max_length=LONGEST_INSTANT,
        description="RFC 3339 with offset. A local time without an offset is read on the location's clock.",
        extra_json_schema={"format": "date-time", "pattern": f"^{DATE}[Tt ]{TIME}{OFFSET}?$"},
        examples=["2026-11-24T10:00:00+01:00"],
    ),
]
DateOrInstant: TypeAlias = Annotated[
    str,
    Meta(
        min_length=10,
        max_length=LONGEST_INSTANT,
        description="A date (`2026-11-24`) or an instant (`2026-11-24T10:00:00+01:00`).",
        extra_json_schema={"pattern": f"^{DATE}([Tt ]{TIME}{OFFSET}?)?$"},
    ),
]
Day: TypeAlias = Annotated[
    str,
    Meta(
        min_length=10,
        max_length=10,
        extra_json_schema={"format": "date", "pattern": f"^{DATE}$"},
    ),
]
WallTime: TypeAlias = Annotated[
    str,
    Meta(
        min_length=5,
        max_length=5,
        pattern=WALL_TIME,
        description="Hours and minutes on the wall, such as `17:30`.",
    ),
]
Minutes: TypeAlias = Annotated[int, Meta(ge=1, le=1440)]
PartySize: TypeAlias = Annotated[int, Meta(ge=1, le=1000)]
PageSize: TypeAlias = Annotated[int, Meta(ge=1, le=200)]
Version: TypeAlias = Annotated[int, Meta(ge=1, le=2_000_000_000)]
HoldSeconds: TypeAlias = Annotated[int, Meta(ge=60, le=900)]


def or_none(value: T | UnsetType) -> T | None:
    """What was sent, or None where nothing was."""
    return None if value is UNSET else value


def storable(id_in_path: str) -> str:
    """An id as it came in a path; what no id can be is as unknown as any other."""
    return id_in_path if id_in_path.isascii() and "\0" not in id_in_path else ""
