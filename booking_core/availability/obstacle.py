"""What an owner can change where nothing is free: the rule that stands against every start, told apart by
what is behind it."""

from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum
from functools import reduce
from operator import and_, or_

from msgspec import Struct

from booking_core.availability.occupancy.busy import Busy
from booking_core.availability.rules import CLOSED, UNQUALIFIED, Calendar
from booking_core.availability.slots import Question
from booking_core.availability.starts import Starts
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.hours.opening_hours import open_bits
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import Resource
from booking_core.time.timeline import MINUTE, Horizon


class Cause(StrEnum):
    """Behind the rules ``no_qualified_staff`` and ``closed``; every other rule is its own cause."""

    NOBODY = "nobody"
    ELSEWHERE = "elsewhere"
    PLACE_CLOSED = "place_closed"
    NO_HOURS = "no_hours"
    NEVER_TOGETHER = "never_together"
    TOO_LONG = "too_long"
    NEVER_ON_GRID = "never_on_grid"


class Obstacle(Struct, frozen=True):
    """``rule`` as in ``rules``; ``who`` are the people and things it is about."""

    rule: str
    location: Location
    cause: Cause | None = None
    who: Sequence[Resource] = ()


def find_obstacle(catalogue: Catalogue, question: Question, rule: str) -> Obstacle:
    """The ``rule`` is what a search for the ``question`` has found against every start. Reads nothing: hours
    are of the catalogue."""
    service = catalogue.service(question.service_id)
    location = catalogue.location_for(service.id, question.location_id, question.staff_id)
    if rule == UNQUALIFIED:
        cause = Cause.ELSEWHERE if catalogue.resources_of.get(service.id) else Cause.NOBODY
        return Obstacle(rule, location, cause)
    return _closure(catalogue, question, location) if rule == CLOSED else Obstacle(rule, location)


def _closure(catalogue: Catalogue, question: Question, location: Location) -> Obstacle:
    """By the same minutes as availability: first of one minute, then of the whole length."""
    service = catalogue.service(question.service_id)
    length = question.duration_min or service.duration_min
    horizon = Horizon.between(question.start, question.end + length * MINUTE)
    if not open_bits(horizon, location.time_zone, lambda day: catalogue.windows(location.id, day)):
        return Obstacle(CLOSED, location, Cause.PLACE_CLOSED)
    kinds: dict[str, list[Resource]] = defaultdict(list)
    for one in catalogue.who_serves(service.id, location.id):
        kinds[one.kind].append(one)
    ever = _open_kinds(catalogue, location, horizon, kinds, 1)
    for kind, bits in ever.items():
        if not bits:
            return Obstacle(CLOSED, location, Cause.NO_HOURS, kinds[kind])
    everybody = [one for kind in kinds.values() for one in kind]
    if not reduce(and_, ever.values(), horizon.all):
        return Obstacle(CLOSED, location, Cause.NEVER_TOGETHER, everybody)
    whole = _open_kinds(catalogue, location, horizon, kinds, length)
    together = reduce(and_, whole.values(), Calendar(question, service, location, horizon).window)
    return Obstacle(CLOSED, location, Cause.NEVER_ON_GRID if together else Cause.TOO_LONG, everybody)


def _open_kinds(
    catalogue: Catalogue,
    location: Location,
    horizon: Horizon,
    kinds: dict[str, list[Resource]],
    length: int,
) -> dict[str, int]:
    """For each kind, the starts at which somebody or something of it is open for so many minutes."""
    starts = Starts(catalogue, location, horizon, Busy(), duration=length, before=0, occupied=length)
    return {kind: reduce(or_, map(starts.open, among), 0) for kind, among in kinds.items()}
