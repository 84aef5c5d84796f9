"""Which place a tool is about: never the first of several because none was named."""

from collections.abc import Iterable

from agent.conversation.place_mentions import places_in
from agent.conversation.places import places_of, places_offering
from agent.turn_context import TurnContext
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services.services import Service
from booking_core.errors import Invalid


def note_place(context: TurnContext) -> None:
    """Remember the place the customer names, whoever speaks with them. Two that were named one after the
    other leave it open again: the tools ask then."""
    named, draft = context.place_in_message, context.state.draft
    if named is not None:
        draft.location_id = named.id if draft.location_id in (None, named.id) else None


def place_by_name(context: TurnContext, name: str | None) -> Location | None:
    """The place of a name; None where no name is given. Raises ``Invalid`` (``unknown_location``) for a name
    of none, or of several."""
    if not name:
        return None
    found = [
        one for one in context.catalogue.locations.values() if one.name.casefold() == name.strip().casefold()
    ]
    found = found or places_in(context.catalogue, name)
    if len(found) != 1:
        known = _place_names(context.catalogue.locations.values())
        raise Invalid(f"There is no single place of that name. We are at: {known}.", code="unknown_location")
    return found[0]


def choose_place(
    context: TurnContext, service: Service, person: Resource | None, named: Location | None
) -> Location:
    """Where the appointment shall be: the place named, the person's, the one the customer has named, or the
    only one that offers the service.

    Raises ``Invalid`` where several would do (``which_place``), or the place does not offer it
    (``not_at_place``, ``staff_at_place``).
    """
    offering = places_offering(context.catalogue, service.id) or list(context.catalogue.locations.values())
    place = named or _place_of_person(context, person) or context.place_in_message or context.place
    if place is None and len(offering) == 1:
        return offering[0]
    if place is None:
        theirs = context.catalogue.places_with(service.id, person.id) if person else []
        raise Invalid(
            f"{service.name} is offered at several places: {_place_names(theirs or offering)}. Ask the "
            f"customer which, and give it as `location`.",
            code="which_place",
        )
    if place not in offering:
        raise Invalid(
            f"{service.name} is not offered at {place.name}, but at: {_place_names(offering)}. Tell "
            f"the customer, and ask.",
            code="not_at_place",
        )
    if person is not None and not context.catalogue.workplaces.is_at(person.id, place.id):
        there = _place_names(places_of(context.catalogue, person.id))
        raise Invalid(
            f"{person.name} is at {there}, not at {place.name}. Ask the customer which.",
            code="staff_at_place",
        )
    return place


def place_entry(context: TurnContext, place: Location) -> dict[str, str]:
    """The name of the place, for a tool's answer; nothing where there is only one."""
    return {"place": place.name} if len(context.catalogue.locations) > 1 else {}


def _place_of_person(context: TurnContext, person: Resource | None) -> Location | None:
    """Where somebody is found; None for who works at several places."""
    found = places_of(context.catalogue, person.id) if person else []
    return found[0] if len(found) == 1 else None


def _place_names(places: Iterable[Location]) -> str:
    return ", ".join(place.name for place in places)
