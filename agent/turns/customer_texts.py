"""Redaction of earlier messages: names that were not known as such when the messages were stored."""

import msgspec
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from agent.conversation.vault import Vault

CUSTOMER_TEXTS = text(
    "SELECT id, text FROM messages WHERE conversation_id = :conversation_id AND role = 'customer'"
)
REPLACE_TEXTS = text(
    "UPDATE messages SET text = now.text FROM jsonb_to_recordset(CAST(:messages AS jsonb)) AS now (id text, "
    "text text)"
    " WHERE messages.id = now.id"
)


async def conceal_customer_texts(session: AsyncSession, conversation_id: str, vault: Vault) -> None:
    """Replace the values of the vault in the stored messages of the customer."""
    texts = await session.execute(CUSTOMER_TEXTS, {"conversation_id": conversation_id})
    rows = [{"id": each, "text": told} for each, said in texts if (told := vault.conceal(said)) != said]
    if rows:
        await session.execute(REPLACE_TEXTS, {"messages": msgspec.json.encode(rows).decode()})
