"""The place of a wish: taken from a message, and the clock on which the times that were said are read."""

from msgspec import structs

from agent.turn_context import TurnContext
from agent.wishes.parsed_message import ParsedMessage


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
