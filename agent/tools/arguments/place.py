"""Which place a tool is about: never the first of several because none was named."""

from collections.abc import Iterable

from agent.conversation.places import offered_at, places_meant
from agent.turn_context import Talk
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services import Service
from booking_core.errors import Invalid


def note_place(talk: Talk) -> None:
    """Remember the place the customer names, whoever speaks with them. Two that were named one after the other leave it open again: the
    tools ask then."""
    named, draft = talk.place_named, talk.notepad.draft
    if named is not None:
        draft.location_id = named.id if draft.location_id in (None, named.id) else None


def place_named(talk: Talk, name: str | None) -> Location | None:
    """The place of a name; None where no name is given. Raises ``Invalid`` (``unknown_location``) for a name of none, or of several."""
    if not name:
        return None
    found = [
        one for one in talk.catalogue.locations.values() if one.name.casefold() == name.strip().casefold()
    ]
    found = found or places_meant(talk.catalogue, name)
    if len(found) != 1:
        known = _listed(talk.catalogue.locations.values())
        raise Invalid(f"There is no single place of that name. We are at: {known}.", code="unknown_location")
    return found[0]


def place_for(talk: Talk, service: Service, person: Resource | None, named: Location | None) -> Location:
    """Where the appointment shall be: the place named, the person's, the one the customer has named, or the only one that offers the service.

    Raises ``Invalid`` where several would do (``which_place``), or the place does not offer it (``not_at_place``, ``staff_at_place``).
    """
    offering = offered_at(talk.catalogue, service.id) or list(talk.catalogue.locations.values())
    place = named or _of(talk, person) or talk.place_named or talk.place
    if place is None and len(offering) == 1:
        return offering[0]
    if place is None:
        raise Invalid(
            f"{service.name} is offered at several places: {_listed(offering)}. Ask the customer which, and give it as `location`.",
            code="which_place",
        )
    if place not in offering:
        raise Invalid(
            f"{service.name} is not offered at {place.name}, but at: {_listed(offering)}. Tell the customer, and ask.",
            code="not_at_place",
        )
    if person is not None and person.location_id != place.id:
        there = talk.catalogue.location(person.location_id).name
        raise Invalid(
            f"{person.name} is at {there}, not at {place.name}. Ask the customer which.",
            code="staff_at_place",
        )
    return place


def place_told(talk: Talk, place: Location) -> dict[str, str]:
    """The name of the place, for a tool's answer; nothing where there is only one."""
    return {"place": place.name} if len(talk.catalogue.locations) > 1 else {}


def _of(talk: Talk, person: Resource | None) -> Location | None:
    return talk.catalogue.location(person.location_id) if person else None


def _listed(places: Iterable[Location]) -> str:
    return ", ".join(place.name for place in places)
