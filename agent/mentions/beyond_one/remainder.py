"""What one booking leaves over of a message."""

from typing import Literal

from msgspec import Struct

from agent.when import When
from booking_core.catalogue.services.services import Service

RECURRING: Literal["recurring"] = "recurring"
PEOPLE: Literal["people"] = "people"
SERVICE: Literal["service"] = "service"
RemainderKind = Literal["recurring", "people", "service"]


class Remainder(Struct, frozen=True):
    """What one booking leaves over. ``service_id`` is the second service where it is one of ours, ``words``
    what it was called, ``when`` a time of its own, ``length_min`` how long; ``count`` how many more
    people."""

    kind: RemainderKind
    words: str = ""
    service_id: str | None = None
    count: int = 1
    when: When = When()
    length_min: int | None = None


class FoundRemainders(Struct, frozen=True):
    """``remainders`` are what is left over, and ``first`` the service of a message with two that comes first,
    with its part of the text and the other's."""

    remainders: tuple[Remainder, ...] = ()
    first: Service | None = None
    first_words: str = ""
    rest_words: str = ""
