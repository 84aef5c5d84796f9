"""The letter after a change of an appointment, with a link back into the conversation.

It is sent only to the mailbox that was proven in that conversation: the link gives access to it.
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
    """Queue the letter in the transaction of the change; ``told`` is the confirmation in the chat. Does
    nothing where ``proof`` is not a code that was sent by mail."""
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
