"""What the business is told where somebody of it has to know: that a person is asked for, or that a customer
will be late."""

from sqlalchemy.ext.asyncio import AsyncSession

from agent.conversation.state import ConversationState
from agent.hand_over.late_letter import write_late_letter
from agent.hand_over.person_letter import write_person_letter
from agent.turn_context import TurnContext
from booking_core.appointments.by_link.late import next_of, note_late


async def tell_business(session: AsyncSession, context: TurnContext, state: ConversationState) -> None:
    """In the answer's transaction. Lateness is noted at the next of the appointments that the conversation
    has made or proven; only these are its customer's."""
    organization, late, now = context.catalogue.organization, context.late, context.core.clock.now()
    if late is None:
        await write_person_letter(
            session, organization, context.conversation_id, context.core.clock, state.contact
        )
        return
    own = {*state.appointments, *state.bookings.values()}
    appointment = await next_of(session, organization.id, own, now)
    if appointment is not None:
        await note_late(session, appointment, late.minutes, context.actor(), now)
    await write_late_letter(
        session, context.catalogue, context.conversation_id, late, appointment, state.contact, now
    )
