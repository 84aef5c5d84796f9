"""The letter after a change: what became of an appointment, and the way back into the conversation in which
it was changed.

It goes only to the mailbox that proved itself in that conversation: its link lets whoever has it in.
"""

from sqlalchemy.ext.asyncio import AsyncSession

from agent.languages.texts.letters import change_letter
from agent.letters.code_letter import mailbox_of_proof
from agent.turn_context import TurnContext
from booking_core.appointments.appointment import Appointment
from booking_core.notices.outbox import LINK_MARK, NewMail, post

KIND = "appointment_changed"


async def write_change_letter(
    session: AsyncSession, context: TurnContext, appointment: Appointment, proof: str, told: str
) -> None:
    """Write it in the transaction of the change, once for each; ``told`` is what the conversation says of it.
    Where ``proof`` is not a code that was mailed, there is no such letter."""
    recipient = await mailbox_of_proof(session, proof)
    if recipient is None:
        return
    subject, words = change_letter(
        context.locale, name=context.catalogue.organization.name, told=told.replace("**", ""), link=LINK_MARK
    )
    letter = NewMail(
        id=f"mail_{appointment.id.removeprefix('apt_')}_{appointment.version}",
        organization_id=appointment.organization_id,
        kind=KIND,
        recipient=recipient,
        subject=subject,
        text=words,
        conversation_id=context.conversation_id,
    )
    await post(session, letter, context.core.clock.now())
