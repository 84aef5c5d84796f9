"""start_move: which appointment is moved, and what stays as it is."""

from msgspec import Struct

from agent.tools.arguments.place import place_entry
from agent.tools.proposals.named_appointment import find_appointment
from agent.tools.tool import Tool, ToolOutcome
from agent.turn_context import TurnContext
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.resources import STAFF
from booking_core.desk import Desk
from booking_core.holds.find import was_for_anybody
from booking_core.holds.move_rules import must_be_movable


class StartMove(Struct, frozen=True):
    """Begin to move a `booking` that a tool returned, or without one the appointment the customer's message
    names.

    Where that leaves it open, the answer has `ask_which` and buttons for the customer: ask them which one.
    Then find times, hold one and propose it.
    """

    booking: str = ""


async def start_move(context: TurnContext, ask: StartMove) -> ToolOutcome:
    """The move keeps the person who was asked for, the place, the length and how many come, unless the
    customer has said otherwise."""
    appointment = await find_appointment(context, ask.booking, "move")
    if isinstance(appointment, ToolOutcome):
        return appointment
    await context.read_only(lambda desk: _must_be_movable(desk, appointment))
    context.state.drop_summary()
    service, draft = context.catalogue.service(appointment.service_id), context.state.draft
    draft.location_id = _place_said(context) or appointment.location_id
    context.state.wanting, context.state.moving = "", appointment.id
    draft.service_id, draft.party_size = service.id, appointment.party_size
    draft.base = appointment.starts_at
    draft.length_min = appointment.duration_min
    draft.before_staff_id = _staff_of_appointment(context.catalogue, appointment)
    if draft.staff_id is None and not draft.any_staff and not draft.without:
        draft.any_staff = await context.read_only(lambda desk: was_for_anybody(desk, appointment.id))
        draft.staff_id = None if draft.any_staff else draft.before_staff_id
    location = context.catalogue.location(appointment.location_id)
    now_at = context.local_time_text(appointment.starts_at, location.time_zone)
    return ToolOutcome({"moving": service.name, "now_at": now_at, **place_entry(context, location)})


async def _must_be_movable(desk: Desk, appointment: Appointment) -> None:
    """Nobody chooses a time for what stays where it is. Raises ``Conflict``."""
    must_be_movable(desk, appointment)


def _place_said(context: TurnContext) -> str | None:
    """The place the customer said with the wish to move; an appointment stays at its own otherwise."""
    if context.place_in_message:
        return context.place_in_message.id
    return context.state.draft.location_id if context.state.wanting else None


def _staff_of_appointment(catalogue: Catalogue, appointment: Appointment) -> str | None:
    """The person of an appointment, where it has one who still does that service."""
    able = catalogue.resources_of[appointment.service_id]
    own = [one.id for one in able if one.kind == STAFF and one.id in appointment.resource_ids]
    return own[0] if len(own) == 1 else None


TOOL = Tool("start_move", StartMove, start_move, "One moment", writes=True)
