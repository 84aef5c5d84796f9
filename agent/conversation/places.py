"""The location a conversation is about, its time zone, and the words for both. Pure."""

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfoNotFoundError

from babel import Locale

from agent.conversation.state import ConversationState
from agent.languages import sentences_in
from agent.languages.wording import day_and_time
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.locations import Location
from booking_core.time.wall_clock import zone


def place_of(catalogue: Catalogue, state: ConversationState) -> Location | None:
    """The location the conversation is about; None while there are several and none was chosen.

    It is chosen by what the customer said (for an appointment being moved: by its location), by the person
    asked for, by the held time, or by the service where one location alone offers it.
    """
    places, draft = catalogue.locations, state.draft
    if len(places) == 1:
        return next(iter(places.values()))
    if draft.location_id in places:
        return places[draft.location_id]
    if draft.staff_id in catalogue.resources and len(of_person := places_of(catalogue, draft.staff_id)) == 1:
        return of_person[0]
    if state.hold_id is not None and state.held_offer is not None and draft.settled:
        return places.get(state.held_offer.location_id)
    offering = places_offering(catalogue, draft.service_id) if draft.service_id in catalogue.services else []
    return offering[0] if len(offering) == 1 else None


def places_of(catalogue: Catalogue, resource_id: str) -> list[Location]:
    """The locations at which a person is found, their own first."""
    return [catalogue.location(place) for place in catalogue.workplaces.of(resource_id)]


def places_offering(catalogue: Catalogue, service_id: str) -> list[Location]:
    """The locations of a service: those with staff for it, or all if none has."""
    places = catalogue.locations_of(service_id)
    return [place for place in places if catalogue.who_serves(service_id, place.id)] or places


def clock_of(catalogue: Catalogue, state: ConversationState) -> str:
    """The IANA time zone that times are shown in: the location's, or the organization's until one is
    known."""
    place = place_of(catalogue, state)
    return place.time_zone if place else catalogue.organization.time_zone


def has_several_places(catalogue: Catalogue) -> bool:
    return len(catalogue.locations) > 1


def zones_of(catalogue: Catalogue) -> list[str]:
    """The IANA time zones of all locations, each once, in the order of the locations."""
    return list(dict.fromkeys(place.time_zone for place in catalogue.locations.values()))


def local_time_text(
    catalogue: Catalogue, moment: datetime, time_zone: str, locale: str, visitor_zone: str | None = None
) -> str:
    """A day and a time in ``time_zone``, with the city of the zone where another could be meant."""
    text = day_and_time(moment, time_zone, locale)
    if not needs_clock(catalogue, moment, time_zone, visitor_zone):
        return text
    return with_city(text, time_zone, locale)


def with_city(text: str, time_zone: str, locale: str) -> str:
    """A time with whose clock it is on: ``2:00 PM (Berlin time)``."""
    return f"{text} ({sentences_in(locale).CITY_TIME.format(city=city_of(time_zone, locale))})"


def needs_clock(catalogue: Catalogue, moment: datetime, time_zone: str, visitor_zone: str | None) -> bool:
    """Whether a time needs its zone's name: the business has several zones, or the visitor's differs then."""
    return len(zones_of(catalogue)) > 1 or is_another_clock(moment, time_zone, visitor_zone)


def name_and_address(catalogue: Catalogue, place: Location) -> str:
    """The address of a location, after its name where there are several."""
    return (
        ", ".join(filter(None, (place.name, place.address)))
        if has_several_places(catalogue)
        else place.address
    )


def time_at_place(catalogue: Catalogue, when: str, location_id: str) -> str:
    """A time in words, with the name of its location where there are several."""
    return f"{when}, {catalogue.location(location_id).name}" if has_several_places(catalogue) else when


def service_label(catalogue: Catalogue, service: str, place: Location | None) -> str:
    """The name of a service, with the location in brackets where there are several."""
    return f"{service} ({place.name})" if place and has_several_places(catalogue) else service


@lru_cache(maxsize=512)
def city_of(time_zone: str, locale: str) -> str:
    """The city an IANA zone is named after, translated: ``Europe/London`` is Londres in French."""
    exemplar = Locale.parse(locale.replace("-", "_").split("_")[0]).time_zones.get(time_zone, {}).get("city")
    return str(exemplar or time_zone.rsplit("/", 1)[-1].replace("_", " "))


def is_another_clock(moment: datetime, time_zone: str, visitor_zone: str | None) -> bool:
    """Whether the visitor's clock says another time at that moment; an unknown zone says nothing."""
    if not visitor_zone:
        return False
    try:
        theirs = zone(visitor_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return moment.astimezone(theirs).utcoffset() != moment.astimezone(zone(time_zone)).utcoffset()
