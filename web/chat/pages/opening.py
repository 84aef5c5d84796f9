"""What a customer sees before they write anything: whether it is open, what is offered, and by whom. All of
it from the catalogue, so that it stands on the page itself."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from agent.ui_blocks.people import MOST_SERVICES, person_card, service_card
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import STAFF
from booking_core.time.wall_clock import midnight, zone

# What fits on some screens; whoever has more is asked for the list.
MOST_PEOPLE, MOST_PLACES = 12, 3
# How far ahead the next opening is looked for: past the longest holidays.
LOOKS_AHEAD = 21


def opening_of(catalogue: Catalogue, now: datetime) -> dict[str, Any]:
    """``catalogue`` is in the customer's language; ``now`` is UTC."""
    people = [one for one in catalogue.resources.values() if one.kind == STAFF]
    services = [one for one in catalogue.services.values() if catalogue.is_served(one.id)]
    return {
        "places": [_place(catalogue, one, now) for one in list(catalogue.locations.values())[:MOST_PLACES]],
        "services": [service_card(catalogue, one) for one in services[:MOST_SERVICES]],
        "people": [person_card(catalogue, one) for one in people[:MOST_PEOPLE]],
    }


def _place(catalogue: Catalogue, place: Location, now: datetime) -> dict[str, Any]:
    return {
        "name": place.name,
        "address": place.address,
        "time_zone": place.time_zone,
        **open_state(catalogue, place, now),
    }


def open_state(catalogue: Catalogue, place: Location, now: datetime) -> dict[str, str]:
    """``open_until`` or ``opens_at``, on the clock of the place, holidays and other exceptions told; nothing
    where no hours are known."""
    today = now.astimezone(zone(place.time_zone)).date()
    for opens, closes in _windows(catalogue, place, today):
        if opens <= now < closes:
            return {"open_until": closes.isoformat()}
        if opens > now:
            return {"opens_at": opens.isoformat()}
    return {}


def _windows(catalogue: Catalogue, place: Location, today: date) -> Iterator[tuple[datetime, datetime]]:
    """From yesterday on, whose last window may end today; windows that meet are one."""
    waiting: tuple[datetime, datetime] | None = None
    for number in range(-1, LOOKS_AHEAD):
        day = today + timedelta(days=number)
        for opens, closes in catalogue.windows(place.id, day):
            window = _moment(day, opens, place), _moment(day, closes, place)
            if waiting is not None and window[0] <= waiting[1]:
                waiting = waiting[0], max(waiting[1], window[1])
                continue
            if waiting is not None:
                yield waiting
            waiting = window
    if waiting is not None:
        yield waiting


def _moment(day: date, minute: int, place: Location) -> datetime:
    """A minute of the wall clock of a day, which may be the next day's."""
    whole, rest = divmod(minute, 24 * 60)
    begun = midnight(day + timedelta(days=whole), place.time_zone).astimezone(zone(place.time_zone))
    return begun.replace(hour=rest // 60, minute=rest % 60)
