"""The letter with a one-time code, in the language of its conversation.

It is sent to the e-mail address stored on the booking, never to one that was only named in the chat; or to
the address that a customer books with, where that must be proven first.
"""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from agent.conversation.conversation import CLOSED, Conversation
from agent.conversation.personal_value import PersonalValue
from agent.languages.texts.letters.short_letters import code_letter
from agent.privacy.personal import EMAIL
from agent.verification.proof_request import BY_MAIL, OF_CONTACT, hash_of
from agent.verification.verification import CODE_LASTS, Verification
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.translations import language_chain, translate_row
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer
from booking_core.notices.outbox import CODE_MARK, Mail, NewMail, post

KIND = "verification_code"


async def write_code_letter(core: BookingCore, verification_id: str) -> None:
    """Write the letter of a verification and queue its delivery. Does nothing where there is no recipient, or
    the conversation is closed."""
    async with core.sessions() as session, session.begin():
        verification = await session.get(Verification, verification_id)
        if verification is None or await _has_shared_letter(session, verification):
            return
        recipient = await _recipient(session, verification)
        if recipient is None:
            return
        conversation = await session.get_one(
            Conversation, verification.conversation_id, with_for_update={"read": True}
        )
        # Nobody can type the code any more, and a customer who was erased must not be written to.
        if conversation.status == CLOSED:
            return
        letter = await _code_letter(session, verification, conversation, recipient)
        await post(session, letter, core.clock.now())


async def _has_shared_letter(session: AsyncSession, verification: Verification) -> bool:
    """Whether the code is in the letter of another verification. That letter is missing where its
    conversation was erased before it was written."""
    shared = verification.code_of
    return shared is not None and await session.get(Mail, _letter_id(shared)) is not None


async def _code_letter(
    session: AsyncSession, verification: Verification, conversation: Conversation, recipient: str
) -> NewMail:
    locale = conversation.state.get("locale") or conversation.locale
    organization = await session.get_one(Organization, verification.organization_id)
    subject, words = code_letter(
        locale,
        name=translate_row(organization, language_chain(locale)).name,
        code=CODE_MARK,
        minutes=int(CODE_LASTS.total_seconds() // 60),
        is_new=verification.kind == OF_CONTACT,
    )
    return NewMail(
        id=_letter_id(verification.letter_of),
        organization_id=verification.organization_id,
        kind=KIND,
        recipient=recipient,
        subject=subject,
        text=words,
        verification_id=verification.letter_of,
        expires_at=verification.expires_at,
    )


async def _recipient(session: AsyncSession, verification: Verification) -> str | None:
    if verification.kind == OF_CONTACT:
        known = select(PersonalValue.normal).where(
            PersonalValue.conversation_id == verification.conversation_id, PersonalValue.kind == EMAIL
        )
        of_mailbox = [
            one
            for one in await session.scalars(known.order_by(PersonalValue.number))
            if hash_of(verification.organization_id, one) == verification.asked_for
        ]
        return next(iter(of_mailbox), None)
    if verification.kind != BY_MAIL or not verification.appointment_ids:
        return None
    stored = select(Customer.email).join(Appointment, Appointment.customer_id == Customer.id)
    return await session.scalar(stored.where(Appointment.id == verification.appointment_ids[0]))


def _letter_id(verification_id: str) -> str:
    return verification_id.replace("ver_", "mail_")
