"""The next free times of a service as customers would see them, by a catalogue that may be a rehearsal; and
where there are none, what is in the way."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import groupby

from msgspec import Struct

from booking_core.availability.obstacle import Obstacle, find_obstacle
from booking_core.availability.slots import Question, Slot
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import STAFF
from booking_core.catalogue.services.prices import PriceQuote
from booking_core.desk import Desk
from web.console.rendering.texts import price_text
from web.console.rendering.visit import Visit

# What fits beside a form: a few days, and a few times of each.
MOST_PLACES, MOST_SLOTS, MOST_DAYS, MOST_A_DAY = 3, 60, 2, 8
# A window may be a year; nobody looks at a preview for what is that far ahead.
FURTHEST, AT_LEAST = timedelta(days=62), timedelta(days=14)


class FreeDay(Struct, frozen=True):
    """``has_more`` says that there are further times on that day."""

    name: str
    times: Sequence[str]
    has_more: bool


class PlaceTimes(Struct, frozen=True):
    """``obstacle`` is None where something is free; ``later`` is the first time behind what was asked,
    ``without`` the rooms and equipment that are only at other places."""

    place: str
    price: str
    days: Sequence[FreeDay]
    obstacle: Obstacle | None
    later: str
    without: str = ""


async def free_times(visit: Visit, desk: Desk, catalogue: Catalogue, service_id: str) -> list[PlaceTimes]:
    """At each place that offers it, be nobody there who does it, or at the first one where none does."""
    desk.catalogue = catalogue
    offering = catalogue.locations_of(service_id)
    offering.sort(key=lambda place: not catalogue.who_serves(service_id, place.id))
    places = offering or list(catalogue.locations.values())[:1]
    return [await _at(visit, desk, service_id, place) for place in places[:MOST_PLACES]]


async def _at(visit: Visit, desk: Desk, service_id: str, place: Location) -> PlaceTimes:
    now, service = desk.clock.now(), desk.catalogue.service(service_id)
    ahead = min(max(timedelta(days=service.booking_window_days + 1), AT_LEAST), FURTHEST)
    question = Question(service_id, now, now + ahead, location_id=place.id)
    found = await desk.availability(question, limit=MOST_SLOTS)
    local = visit.local(desk, place.time_zone)
    told = found.slots[0] if found.slots else None
    price = price_text(PriceQuote(told.price, told.price_is_from)) if told else ""
    rule, later = found.empty_reason, found.next_available
    return PlaceTimes(
        place.name,
        price,
        _days(visit, desk, place, found.slots),
        find_obstacle(desk.catalogue, question, rule) if rule else None,
        local.day_and_time(later.start) if later else "",
        _without(desk.catalogue, service_id, place.id),
    )


def _without(catalogue: Catalogue, service_id: str, place_id: str) -> str:
    """Of each kind that is not there at all: people are missed as nobody to book."""
    here = {one.kind for one in catalogue.who_serves(service_id, place_id)}
    named = [one.name for one in catalogue.resources_of.get(service_id, ()) if one.kind not in {STAFF, *here}]
    return ", ".join(named) if here else ""


def _days(visit: Visit, desk: Desk, place: Location, slots: Iterable[Slot]) -> list[FreeDay]:
    local = visit.local(desk, place.time_zone)
    days = []
    for day, of_day in groupby(slots, lambda slot: local.day_of(slot.start)):
        times = [local.time(slot.start) for slot in of_day]
        days.append(FreeDay(local.long_date(day), times[:MOST_A_DAY], len(times) > MOST_A_DAY))
    return days[:MOST_DAYS]
