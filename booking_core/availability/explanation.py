"""Why a time can or cannot be booked: for everybody and everything that could serve, the first rule against
it."""

from datetime import datetime

from msgspec import Struct

from booking_core.availability.availability import AvailabilityResult
from booking_core.time.wall_clock import zone


class Verdict(Struct, frozen=True):
    """One resource at one start: the ``rule`` that forbids it, None where nothing does."""

    resource_id: str
    kind: str
    name: str
    rule: str | None


class StartExplanation(Struct, frozen=True):
    """``rule`` is what stands against the start as a whole, None where it can be booked; ``holiday`` names a
    public holiday."""

    start: datetime
    location_id: str
    time_zone: str
    rule: str | None
    holiday: str | None
    resources: list[Verdict]


def explain_start(result: AvailabilityResult) -> StartExplanation:
    """The start of the result's question, explained from the same sums that make the list and the check at
    hold."""
    start, location = result.question.start, result.location
    verdicts = [
        Verdict(resource.id, resource.kind, resource.name, result.rule_against(resource, start))
        for resource in result.relevant_resources
    ]
    return StartExplanation(
        start,
        location.id,
        location.time_zone,
        result.blocks(start),
        result.catalogue.holiday(location.id, start.astimezone(zone(location.time_zone)).date()),
        verdicts,
    )
