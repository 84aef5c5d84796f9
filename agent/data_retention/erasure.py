"""Erasing a customer from conversations: what was said and noted goes, what it came to stays as numbers."""

from collections.abc import Collection, Sequence

from sqlalchemy import or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from agent.conversation.conversation import Conversation
from agent.conversation.personal_value import PersonalValue
from agent.live_stream.stream import ConversationLog
from booking_core.appointments.appointment import Appointment
from booking_core.customers.customer import Customer
from booking_core.desk import Desk
from booking_core.storage.audit import AuditEntry

ERASED = "[erased]"
# Tokens and costs, outcomes and times are nobody's; words, arguments and values are.
ERASE_STATEMENTS = tuple(
    text(statement)
    for statement in (
        # First, so that nothing is written beside what follows: the epoch fences out a turn that is being
        # taken.
        "UPDATE conversations SET state = '{}', status = 'closed', epoch = epoch + 1, customer_id = NULL,"
        " page = NULL, time_zone = NULL, identified_as = NULL, address_hash = NULL, network_hash = NULL WHERE id = ANY (:ids)",
        "DELETE FROM personal_values WHERE conversation_id = ANY (:ids)",
        "DELETE FROM verifications WHERE conversation_id = ANY (:ids)",
        f"UPDATE messages SET text = '{ERASED}', blocks = '[]', input = NULL WHERE conversation_id = ANY (:ids)",
        "UPDATE runs SET text = '' WHERE conversation_id = ANY (:ids)",
        "UPDATE steps SET arguments = '{}', result = '{}' WHERE conversation_id = ANY (:ids)",
        "UPDATE runs SET status = 'cancelled' WHERE conversation_id = ANY (:ids) AND status IN ('queued', 'running')",
    )
)


async def erase_person(desk: Desk, log: ConversationLog, contact: str) -> int:
    """Erase everybody who is reached by this contact (as customers' are kept), at the desk and in every
    conversation; in how many.

    Raises ``Conflict`` (``appointments_ahead``) while one of their appointments is still to come, and changes
    nothing then.
    """
    reached = or_(Customer.email == contact, Customer.phone == contact)
    whose = select(Customer).where(Customer.organization_id == desk.organization_id, reached)
    customers = list(await desk.session.scalars(whose))
    contacts = {contact, *(way for one in customers for way in (one.email, one.phone) if way)}
    conversations = await conversations_of(desk, [one.id for one in customers], contacts)
    for customer in customers:
        await desk.erase_customer(customer.id)
    # A turn that was being taken ends before this, or does nothing any more. What it wrote until then is seen
    # from here on.
    await forget_conversations(desk, log, conversations)
    for customer in await desk.session.scalars(whose):
        await desk.erase_customer(customer.id)
    await desk.session.execute(
        text("DELETE FROM outbox WHERE organization_id = :organization AND recipient = :contact"),
        {"organization": desk.organization_id, "contact": contact},
    )
    return len(conversations)


async def conversations_of(
    desk: Desk, customer_ids: Collection[str], contacts: Collection[str]
) -> Sequence[str]:
    """The conversations of customers: those that made or changed their appointments, and those in which their
    contact was told."""
    theirs = select(Appointment.id).where(
        Appointment.organization_id == desk.organization_id, Appointment.customer_id.in_(customer_ids)
    )
    changed = select(AuditEntry.actor).where(
        AuditEntry.organization_id == desk.organization_id,
        AuditEntry.door == "chat",
        AuditEntry.subject.in_(theirs),
    )
    told = select(PersonalValue.conversation_id).where(
        PersonalValue.organization_id == desk.organization_id, PersonalValue.normal.in_(contacts)
    )
    found = await desk.session.scalars(
        select(Conversation.id).where(
            Conversation.organization_id == desk.organization_id,
            or_(
                Conversation.customer_id.in_(customer_ids),
                Conversation.id.in_(changed),
                Conversation.id.in_(told),
            ),
        )
    )
    return list(found)


async def forget_conversations(desk: Desk, log: ConversationLog, conversation_ids: Sequence[str]) -> None:
    """Forget what was said in conversations, within the visit; their streams follow when it is committed."""
    await _erase_rows(desk.session, conversation_ids)

    async def streams() -> None:
        await log.forget(conversation_ids)

    desk.afterwards.append(streams)


async def _erase_rows(session: AsyncSession, conversation_ids: Sequence[str]) -> None:
    for statement in ERASE_STATEMENTS:
        await session.execute(statement, {"ids": list(conversation_ids)})
