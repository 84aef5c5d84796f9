"""The appointment that a customer's words name, or the question which one it is."""

from agent.consent.authority import appointment_for_handle, recent_cancellation, upcoming_bookings
from agent.consent.which_appointment import appointments_in_text, new_time_text
from agent.conversation.places import service_label
from agent.privacy.personal import BOOKING_CODE
from agent.tools.booking_lookup import booking_options
from agent.tools.tool import ToolOutcome
from agent.turn_context import TurnContext
from booking_core.appointments.appointment import Appointment


async def find_appointment(context: TurnContext, handle: str, operation: str) -> Appointment | ToolOutcome:
    """The appointment that the customer's own words name; a question with a button for each that may be meant
    where they leave it open."""
    if handle:
        if operation == "move":
            context.state.wish = new_time_text(context, context.state.wish)
        return await appointment_for_handle(context, handle)
    own = await context.read_only(lambda desk: upcoming_bookings(desk, context))
    if not own:
        gone = await context.read_only(lambda desk: recent_cancellation(desk, context))
        return _earlier_cancellation(context, gone) if gone else await appointment_for_handle(context, "")
    claimed = context.state.claim.get("booking_code", "")
    text = context.text if context.code is None else f"{context.state.wish} {claimed}"
    if context.is_move_implied and len(own) == 1:
        # Its other time is told, and not the one it has.
        return await appointment_for_handle(context, context.state.handle_of(own[0].id))
    named = appointments_in_text(context, text, own, moves=operation == "move")
    if operation == "move" and named.wish:
        context.state.wish = named.wish
    if named.code:
        return ToolOutcome({"not_known_here": named.code})
    spoken_of = next((one for one in own if one.id == context.answered_appointment), None)
    only = named.only if named.is_named or spoken_of is None else spoken_of
    if only is not None:
        return await appointment_for_handle(context, context.state.handle_of(only.id))
    context.state.drop_summary()
    context.state.wanting = operation
    await context.vault.learn(context.core, BOOKING_CODE, *(one.code for one in own))
    told, choices = booking_options(context, named.fits or own)
    why = "none_fits" if not named.fits else "one_at_a_time" if named.wants_all else "several"
    return ToolOutcome({"ask_which": why, "bookings": told}, (choices,))


def _earlier_cancellation(context: TurnContext, appointment: Appointment) -> ToolOutcome:
    """Nothing is left to change: whoever asks whether it is cancelled is told so."""
    location = context.catalogue.location(appointment.location_id)
    service = service_label(context.catalogue, context.catalogue.booked_name(appointment), location)
    when = context.local_time_text(appointment.starts_at, location.time_zone)
    return ToolOutcome({"already_cancelled": {"service": service, "when": when, "code": appointment.code}})
