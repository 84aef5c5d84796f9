"""Free times as a browser gets them."""

from collections import Counter
from datetime import timedelta
from typing import Any

from agent.ui_blocks.block import quote_view
from agent.ui_blocks.people import lengths_of
from booking_core.availability.slots import Slot
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.quotes import quote
from booking_core.catalogue.resources import STAFF
from booking_core.desk import Desk
from booking_core.time.wall_clock import zone
from web.api.values.slots import SlotTokens, staff_views
from web.chat.times.search import FoundTimes, WantedTimes, today_at

SOONEST = 3


class TimeViews:
    """Times as a browser gets them, each on the clock of its place, with the name of whoever was asked
    for."""

    def __init__(self, catalogue: Catalogue, tokens: SlotTokens, staff_id: str | None) -> None:
        self._token = tokens.writer(catalogue, staff_id)
        self._staff = staff_views(catalogue, [staff_id])[0].name if staff_id else None
        self._catalogue = catalogue

    def of(self, slot: Slot) -> dict[str, Any]:
        on = zone(slot.time_zone)
        is_group = self._catalogue.service(slot.service_id).is_group
        return {
            "slot_id": self._token(slot),
            "start": slot.start.astimezone(on).isoformat(),
            "end": slot.end.astimezone(on).isoformat(),
            "staff": self._staff,
            "seats_left": slot.seats_left if is_group else None,
        }


def strip_view(desk: Desk, found: FoundTimes, wanted: WantedTimes, views: TimeViews) -> dict[str, Any]:
    """How many times each day has, and the soonest of all; where there are none, why, and the next later."""
    free = Counter(slot.start.astimezone(zone(slot.time_zone)).date() for slot in found.times.slots)
    days = [found.first + timedelta(days=number) for number in range(wanted.days)]
    is_open = desk.catalogue.windows
    later, window = found.times.next_available, timedelta(days=found.service.booking_window_days)
    return {
        **_choice_json(desk.catalogue, found, wanted),
        "days": [
            {"date": day.isoformat(), "free": free[day], "open": bool(is_open(found.place.id, day))}
            for day in days
        ],
        "last": (today_at(desk, found.place) + window).isoformat(),
        "soonest": [views.of(slot) for slot in found.times.slots[:SOONEST]],
        "later": None if later is None else views.of(later),
        "why_none": found.times.empty_reason,
    }


def day_view(found: FoundTimes, views: TimeViews) -> dict[str, Any]:
    """Every free time of one day."""
    return {
        "date": found.first.isoformat(),
        "time_zone": found.place.time_zone,
        "times": [views.of(slot) for slot in found.times.slots],
        "why_none": found.times.empty_reason,
    }


def _choice_json(catalogue: Catalogue, found: FoundTimes, wanted: WantedTimes) -> dict[str, Any]:
    """What is looked for, in words, and what else may be chosen: the length, the person and the place."""
    service, place = found.service, found.place
    duration = wanted.duration_min or service.duration_min
    told = quote(catalogue, service, duration, place, wanted.staff_id)
    places = catalogue.locations_of(service.id)
    return {
        "service_id": service.id,
        "service": service.name,
        "duration_min": duration,
        "price": quote_view(told, is_each=service.is_group),
        "location_id": place.id,
        "staff_id": wanted.staff_id,
        "party_size": wanted.party_size,
        "time_zone": place.time_zone,
        "lengths": lengths_of(catalogue, service, place, wanted.staff_id),
        "people": [
            {"id": one.id, "name": one.name}
            for one in catalogue.who_serves(service.id, place.id)
            if one.kind == STAFF
        ],
        "places": [{"id": one.id, "name": one.name} for one in places] if len(places) > 1 else [],
    }
