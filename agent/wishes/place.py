"""The place of a wish: taken from a message, and the clock on which the times that were said are read."""

from zoneinfo import ZoneInfo

from msgspec import structs

from agent.conversation.place_mentions import places_in
from agent.conversation.places import clock_of
from agent.mentions.staffing import Staffing
from agent.mentions.zones import without_zone
from agent.turn_context import TurnContext
from agent.wishes.parsed_message import ParsedMessage
from booking_core.catalogue.locations import Location
from booking_core.catalogue.services.services import Service
from booking_core.time.wall_clock import zone


def note_wanted_place(context: TurnContext, said: ParsedMessage) -> None:
    """Whoever works elsewhere is no wish any more once another place is named; the answer says so."""
    draft = context.state.draft
    if said.place is None:
        return
    draft.location_id = said.place.id
    person = context.catalogue.resources.get(draft.staff_id or "")
    is_elsewhere = person is not None and not context.catalogue.workplaces.is_at(person.id, said.place.id)
    if said.staff is None and is_elsewhere:
        draft.staff_id, context.person_elsewhere = None, person


def use_place_clock(context: TurnContext) -> None:
    """What was said of time is meant on the clock of the place, however late that was named: "at 10" said
    before "in London" is ten o'clock there. A clock the customer named stays."""
    draft, clock = context.state.draft, str(context.zone)
    if draft.zone is None and draft.when.zone != clock and not draft.when.is_empty:
        readings = {**draft.elsewhere, draft.when.zone: draft.when} if draft.elsewhere else {}
        draft.when = readings.pop(clock, structs.replace(draft.when, zone=clock))
        draft.elsewhere = readings


def places_named(context: TurnContext, text: str) -> tuple[Location, ...]:
    """The places a text names; none where there is only one."""
    is_clear = len(context.catalogue.locations) == 1
    return () if is_clear else tuple(places_in(context.catalogue, without_zone(text)))


def clock_meant(
    context: TurnContext, services: tuple[Service, ...], staffing: Staffing, places: tuple[Location, ...]
) -> ZoneInfo:
    """The clock of the place that is meant once this message is heard: its times are read on it, wherever in
    it they stand."""
    if len(places) == 1:
        return zone(places[0].time_zone)
    draft = context.state.draft
    heard = structs.replace(
        draft,
        staff_id=staffing.wanted.id if staffing.wanted else draft.staff_id,
        service_id=services[0].id if len(services) == 1 else draft.service_id,
    )
    return zone(clock_of(context.catalogue, structs.replace(context.state, draft=heard)))
