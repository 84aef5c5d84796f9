"""propose_cancel: the summary of the appointment that would be cancelled."""

from msgspec import Struct

from agent.assent import AnswerKind
from agent.consent.operation import digest_of
from agent.consent.policy import must_not_ask_again
from agent.conversation.choices import Summary
from agent.conversation.places import name_and_address
from agent.privacy.personal import BOOKING_CODE
from agent.tools.proposals.named_appointment import find_appointment
from agent.tools.proposals.summary import show_summary, summary_result
from agent.tools.tool import Tool, ToolOutcome
from agent.turn_context import TurnContext
from booking_core.appointments.appointment import PENDING, Appointment
from booking_core.appointments.cancel import must_be_in_time
from booking_core.desk import Desk


class ProposeCancel(Struct, frozen=True):
    """Show what would be cancelled: a `booking` that a tool returned, or without one the appointment the
    customer's message names.

    Where that leaves it open, the answer has `ask_which` and buttons for the customer: ask them which one.
    The customer agrees or declines; you cannot.
    """

    booking: str = ""


async def propose_cancel(context: TurnContext, ask: ProposeCancel) -> ToolOutcome:
    must_not_ask_again(context)
    appointment = await find_appointment(context, ask.booking, "cancel")
    if isinstance(appointment, ToolOutcome):
        return appointment
    await context.read_only(lambda desk: _must_be_in_time(desk, appointment))
    await context.vault.learn(context.core, BOOKING_CODE, appointment.code)
    context.state.wanting = ""
    location = context.catalogue.location(appointment.location_id)
    when = context.local_time_text(appointment.starts_at, location.time_zone)
    names = context.says.ROWS
    rows = [
        (names["service"], context.catalogue.booked_name(appointment)),
        (names["when"], when),
        *(
            [(names["where"], name_and_address(context.catalogue, location))]
            if len(context.catalogue.locations) > 1
            else []
        ),
        (names["code"], appointment.code),
    ]
    summary = Summary(
        deed="cancel",
        digest=digest_of(appointment, None),
        shown_after=context.position,
        appointment_id=appointment.id,
        is_unasked=context.answer is not None and context.answer.kind is not AnswerKind.YES,
        is_request=appointment.status == PENDING,
    )
    block = show_summary(context, summary, rows)
    return ToolOutcome(summary_result(summary, rows), (block,))


async def _must_be_in_time(desk: Desk, appointment: Appointment) -> None:
    """Nobody is asked whether to do what cannot be done. Raises ``Conflict``."""
    must_be_in_time(desk, appointment, "cancellation_cutoff_min", "outside_cancellation_window")


TOOL = Tool("propose_cancel", ProposeCancel, propose_cancel, "Putting it together", writes=True)
