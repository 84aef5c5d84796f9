"""The letter with a one-time code: to the e-mail address stored on the booking, never to one that was only named, in the language of
the conversation it was asked for in."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from agent.conversation import CLOSED, Conversation
from agent.languages.letters import code_letter
from agent.verification import BY_MAIL, CODE_LASTS, Verification
from booking_core.appointments import Appointment
from booking_core.core import BookingCore
from booking_core.customers import Customer
from booking_core.notices.outbox import CODE_MARK, Mail, NewMail, post
from booking_core.organizations import Organization

KIND = "verification_code"


async def write_code_letter(core: BookingCore, verification_id: str) -> None:
    """Write the letter a verification asks for, and promise its delivery. Where there is nobody to write to, do nothing."""
    async with core.sessions() as session, session.begin():
        asked = await session.get(Verification, verification_id)
        if asked is None or asked.kind != BY_MAIL or not asked.appointment_ids:
            return
        stored = select(Customer.email).join(Appointment, Appointment.customer_id == Customer.id)
        recipient = await session.scalar(stored.where(Appointment.id == asked.appointment_ids[0]))
        if recipient is None:
            return
        name = (await session.get_one(Organization, asked.organization_id)).name
        conversation = await session.get_one(
            Conversation, asked.conversation_id, with_for_update={"read": True}
        )
        if conversation.status == CLOSED:
            # Nobody can type the code any more, and who was erased is written to no more.
            return
        locale = conversation.locale
        minutes = int(CODE_LASTS.total_seconds() // 60)
        subject, words = code_letter(locale, name=name, code=CODE_MARK, minutes=minutes)
        letter = NewMail(
            id=_letter_id(verification_id),
            organization_id=asked.organization_id,
            kind=KIND,
            recipient=recipient,
            subject=subject,
            text=words,
            verification_id=verification_id,
            expires_at=asked.expires_at,
        )
        await post(session, letter, core.clock.now())


async def mailbox_proven(session: AsyncSession, verification_id: str) -> str | None:
    """The address whose letter's code proved it; None where the proof was another."""
    letter = await session.get(Mail, _letter_id(verification_id))
    return None if letter is None else letter.recipient


def _letter_id(verification_id: str) -> str:
    return verification_id.replace("ver_", "mail_")
