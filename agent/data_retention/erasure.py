"""Erasure of a customer from conversations: words and values are deleted, counts and outcomes stay."""

from collections.abc import Sequence

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from agent.data_retention.known import conversations_of, customers_reached, must_be_allowed
from agent.live_stream.stream import ConversationLog
from booking_core.desk import Desk

ERASED = "[erased]"
# What receivers of webhooks answered to an event of a conversation.
FORGET_ANSWERS = (
    "UPDATE webhook_deliveries SET answer_text = NULL WHERE subject = ANY (:ids) AND organization_id IN"
    " (SELECT organization_id FROM conversations WHERE id = ANY (:ids))"
)
# Words, arguments and values are personal data; tokens, costs, outcomes and times are not.
ERASE_STATEMENTS = tuple(
    text(statement)
    for statement in (
        # First, as the new epoch fences a running turn, which could write between the statements.
        "UPDATE conversations SET state = '{}', status = 'closed', epoch = epoch + 1, customer_id = NULL,"
        " page = NULL, time_zone = NULL, identified_as = NULL, address_hash = NULL, network_hash = NULL "
        "WHERE id = ANY (:ids)",
        "DELETE FROM personal_values WHERE conversation_id = ANY (:ids)",
        "DELETE FROM verifications WHERE conversation_id = ANY (:ids)",
        f"UPDATE messages SET text = '{ERASED}', blocks = '[]', input = NULL, client_msg_id = NULL "
        "WHERE conversation_id = ANY (:ids)",
        # To whatever mailbox they were: one that was corrected afterwards is none of the customer's contacts.
        "DELETE FROM outbox WHERE conversation_id = ANY (:ids)",
        FORGET_ANSWERS,
        "UPDATE runs SET text = '' WHERE conversation_id = ANY (:ids)",
        "UPDATE steps SET arguments = '{}', result = '{}' WHERE conversation_id = ANY (:ids)",
        "UPDATE runs SET status = 'cancelled' WHERE conversation_id = ANY (:ids) AND status IN ('queued', "
        "'running')",
    )
)


async def erase_person(desk: Desk, log: ConversationLog, contact: str) -> int:
    """Erase all customers with this normalised contact, and their conversations. Returns the number of
    conversations.

    Raises ``NotAllowed``, and ``Conflict`` (``appointments_ahead``) while one of their appointments is still
    to come; the caller's transaction then changes nothing.
    """
    must_be_allowed(desk, "customer.erase")
    customers = await customers_reached(desk, contact)
    conversations = await conversations_of(desk, customers, contact)
    for customer in customers:
        await desk.erase_customer(customer.id)
    # A running turn has ended before this, or is fenced. What it wrote until then is visible from here on.
    await forget_conversations(desk, log, conversations)
    for customer in await customers_reached(desk, contact):
        await desk.erase_customer(customer.id)
    await desk.session.execute(
        text("DELETE FROM outbox WHERE organization_id = :organization AND recipient = :contact"),
        {"organization": desk.organization_id, "contact": contact},
    )
    return len(conversations)


async def forget_conversations(desk: Desk, log: ConversationLog, conversation_ids: Sequence[str]) -> None:
    """Erase the rows of conversations in the desk's transaction, and their streams after the commit."""
    await _erase_rows(desk.session, conversation_ids)

    async def forget_streams() -> None:
        await log.forget(conversation_ids)

    desk.afterwards.append(forget_streams)


async def _erase_rows(session: AsyncSession, conversation_ids: Sequence[str]) -> None:
    for statement in ERASE_STATEMENTS:
        await session.execute(statement, {"ids": list(conversation_ids)})
