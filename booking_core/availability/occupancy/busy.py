"""What is busy, as it bears on one question: claims of appointments, live holds, and classes that somebody
could still join."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from msgspec import Struct

# Minutes since 1970 (UTC), [start, end): as PostgreSQL and Redis tell them, and without a datetime for each
# of a month's claims.
Span = tuple[int, int]


class ClassBlock(Struct, frozen=True):
    """A class that is already booked or being held by somebody: who joins it sits in the same room with the
    same person.

    ``taken`` seats are booked, by way of the holds ``seated``.
    """

    start: datetime
    duration_min: int
    resource_ids: frozenset[str]
    seats_left: int
    taken: int = 0
    seated: frozenset[str] = frozenset()


class Busy(Struct, frozen=True):
    """What is occupied, buffers included: ``claims`` by appointments and by calendars elsewhere, ``holds`` by
    people who are making up their minds.

    ``excluded_block`` is about to be left, for a move, and does not count.
    """

    claims: Mapping[str, Sequence[Span]] = {}
    holds: Mapping[str, Sequence[Span]] = {}
    classes: Sequence[ClassBlock] = ()
    excluded_block: str | None = None
