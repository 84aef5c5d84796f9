"""The letter with a one-time code, in the language of the conversation it was asked for in: to the e-mail
address stored on the booking, never to one that was only named; or to the one somebody wants to book with,
where that has to be proven first."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from agent.conversation.conversation import CLOSED, Conversation
from agent.conversation.personal_value import PersonalValue
from agent.languages.texts.letters import code_letter
from agent.privacy.personal import EMAIL
from agent.verification.proof_request import BY_MAIL, OF_CONTACT, hash_of
from agent.verification.verification import CODE_LASTS, Verification
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer
from booking_core.notices.outbox import CODE_MARK, Mail, NewMail, post

KIND = "verification_code"


async def write_code_letter(core: BookingCore, verification_id: str) -> None:
    """Write the letter a verification asks for, and promise its delivery. Where there is nobody to write to,
    do nothing."""
    async with core.sessions() as session, session.begin():
        asked = await session.get(Verification, verification_id)
        # A code that was handed on has its letter, unless whoever it was asked for by has left before it was
        # written.
        if asked is None:
            return
        if asked.code_of is not None and await session.get(Mail, _letter_id(asked.code_of)) is not None:
            return
        recipient = await _recipient(session, asked)
        if recipient is None:
            return
        name = (await session.get_one(Organization, asked.organization_id)).name
        conversation = await session.get_one(
            Conversation, asked.conversation_id, with_for_update={"read": True}
        )
        if conversation.status == CLOSED:
            # Nobody can type the code any more, and who was erased is written to no more.
            return
        locale = conversation.state.get("locale") or conversation.locale
        minutes = int(CODE_LASTS.total_seconds() // 60)
        subject, words = code_letter(
            locale, name=name, code=CODE_MARK, minutes=minutes, is_new=asked.kind == OF_CONTACT
        )
        letter = NewMail(
            id=_letter_id(asked.letter_of),
            organization_id=asked.organization_id,
            kind=KIND,
            recipient=recipient,
            subject=subject,
            text=words,
            verification_id=asked.letter_of,
            expires_at=asked.expires_at,
        )
        await post(session, letter, core.clock.now())


async def mailbox_of_proof(session: AsyncSession, verification_id: str) -> str | None:
    """The address whose letter's code proved it; None where the proof was another."""
    asked = await session.get(Verification, verification_id)
    letter = await session.get(Mail, _letter_id(asked.letter_of)) if asked else None
    return None if letter is None else letter.recipient


async def _recipient(session: AsyncSession, asked: Verification) -> str | None:
    if asked.kind == OF_CONTACT:
        told = select(PersonalValue.normal).where(
            PersonalValue.conversation_id == asked.conversation_id, PersonalValue.kind == EMAIL
        )
        of_mailbox = [
            one
            for one in await session.scalars(told.order_by(PersonalValue.number))
            if hash_of(asked.organization_id, one) == asked.asked_for
        ]
        return next(iter(of_mailbox), None)
    if asked.kind != BY_MAIL or not asked.appointment_ids:
        return None
    stored = select(Customer.email).join(Appointment, Appointment.customer_id == Customer.id)
    return await session.scalar(stored.where(Appointment.id == asked.appointment_ids[0]))


def _letter_id(verification_id: str) -> str:
    return verification_id.replace("ver_", "mail_")
