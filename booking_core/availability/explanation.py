"""Why a time can or cannot be booked: for everybody and everything that could serve, the first rule against it."""

from datetime import datetime

from msgspec import Struct

from booking_core.availability.availability import Reading
from booking_core.time.wall_clock import zone


class Verdict(Struct, frozen=True):
    """One resource at one start: the ``rule`` that forbids it, None where nothing does."""

    resource_id: str
    kind: str
    name: str
    rule: str | None


class Explanation(Struct, frozen=True):
    """``rule`` is what stands against the start as a whole, None where it can be booked; ``holiday`` names a public holiday."""

    start: datetime
    location_id: str
    time_zone: str
    rule: str | None
    holiday: str | None
    resources: list[Verdict]


def explained(reading: Reading) -> Explanation:
    """The start of the reading's question, explained from the same sums that make the list and the check at hold."""
    start, location = reading.question.start, reading.location
    verdicts = [
        Verdict(resource.id, resource.kind, resource.name, reading.rule_against(resource, start))
        for resource in reading.concerned
    ]
    return Explanation(
        start,
        location.id,
        location.time_zone,
        reading.blocks(start),
        reading.catalogue.holiday(location.id, start.astimezone(zone(location.time_zone)).date()),
        verdicts,
    )
