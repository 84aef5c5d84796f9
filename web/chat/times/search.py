"""What times a browser looks for, and one reading of all of them."""

from datetime import UTC, date, timedelta
from typing import Annotated

from msgspec import Meta, Struct, structs

from agent.ui_blocks.more_times import GivenUp
from booking_core.availability.most_booked import most_booked_service
from booking_core.availability.search import Times
from booking_core.availability.slots import Question
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.locations import Location
from booking_core.catalogue.services.services import Service
from booking_core.desk import Desk
from booking_core.errors import NotFound
from booking_core.time.wall_clock import midnight, zone
from web.api.values.fields import Id
from web.api.values.instants import day_of

STRIP, LONGEST_STRIP = 14, 42
# More than there are in any strip: everything that is asked about is read at once.
MOST_STARTS = 5000


class WantedTimes(Struct, frozen=True, forbid_unknown_fields=True):
    """What times are looked for. ``date`` is the first of ``days`` on the clock of the place, today where it
    is missing; without a service it is the one that is booked most.

    Within a conversation its own held time and the appointment it is moving stand in nobody's way, and
    ``block_id`` is a list of times in it: more of the same are looked for.
    """

    organization_id: Id
    service_id: Id | None = None
    location_id: Id | None = None
    staff_id: Id | None = None
    duration_min: Annotated[int, Meta(ge=1, le=1440)] | None = None
    party_size: Annotated[int, Meta(ge=1, le=1000)] = 1
    date: Annotated[str, Meta(max_length=10)] | None = None
    days: Annotated[int, Meta(ge=1, le=LONGEST_STRIP)] = STRIP
    conversation_id: Id | None = None
    block_id: Id | None = None
    lang: Annotated[str, Meta(max_length=35)] = ""


def like_listed(wanted: WantedTimes, given_up: GivenUp) -> WantedTimes:
    """The same as a list of times in the conversation was for. Raises ``NotFound`` where none of that name is
    open."""
    if wanted.block_id is None:
        return wanted
    if given_up.offer is None:
        raise NotFound("There is no such list of times.")
    names = ("service_id", "location_id", "staff_id", "duration_min", "party_size")
    return structs.replace(wanted, **{name: given_up.offer[name] for name in names})


class FoundTimes(Struct, frozen=True):
    """The slots of some days of a service at a place, and what they were looked for."""

    service: Service
    place: Location
    first: date
    times: Times


async def find_times(desk: Desk, wanted: WantedTimes, days: int, given_up: GivenUp) -> FoundTimes:
    """One reading of all these days. Raises ``NotFound`` and ``Invalid``."""
    if wanted.staff_id is not None:
        desk.catalogue.resource(wanted.staff_id)
    service = await _service(desk, wanted)
    place = _place(desk.catalogue, service, wanted)
    first = day_of(wanted.date, "date") if wanted.date else today_at(desk, place)
    start = midnight(first, place.time_zone)
    question = Question(
        service_id=service.id,
        start=max(start, desk.clock.now().astimezone(UTC)),
        end=max(midnight(first + timedelta(days=days), place.time_zone), desk.clock.now()),
        location_id=place.id,
        duration_min=wanted.duration_min,
        staff_id=wanted.staff_id,
        party_size=wanted.party_size,
    )
    times = await desk.availability(
        question,
        limit=MOST_STARTS,
        reschedule_of=given_up.appointment_to_move(service.id),
        own=given_up.own_holds,
    )
    return FoundTimes(service, place, first, times)


async def _service(desk: Desk, wanted: WantedTimes) -> Service:
    """The one asked for, else the most booked of all, or of those that whoever is asked for does."""
    if wanted.service_id is not None:
        return desk.catalogue.offered_service(wanted.service_id)
    offered = desk.catalogue.services
    if wanted.staff_id is not None:
        offered = {one.id: one for one in desk.catalogue.services_of(wanted.staff_id) if one.id in offered}
    most = await most_booked_service(desk, offered) or next(iter(offered), None)
    if most is None:
        raise NotFound("Nothing can be booked here yet.")
    return offered[most]


def _place(catalogue: Catalogue, service: Service, wanted: WantedTimes) -> Location:
    """The place asked for, else the first that has it."""
    if wanted.location_id is not None:
        return catalogue.location(wanted.location_id)
    places = catalogue.locations_of(service.id)
    if wanted.staff_id is not None:
        places = catalogue.places_with(service.id, wanted.staff_id) or places
    staffed = [one for one in places if catalogue.who_serves(service.id, one.id)]
    return next(iter(staffed or places or catalogue.locations.values()))


def today_at(desk: Desk, place: Location) -> date:
    return desk.clock.now().astimezone(zone(place.time_zone)).date()
