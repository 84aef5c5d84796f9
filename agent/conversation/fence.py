"""The fence before everything that a turn writes: only the newest attempt may, and only while the assistant
is who answers.

It is read in the transaction of the write, and locks the conversation's row until that ends. Whoever stops
the turn, ends the conversation, takes it over or erases it changes that row: before the write, and nothing of
it is done; or after it, and then it is told.

The row is locked late: after all that a deed may have to wait for (holds, resources, customers), so that a
message or a Stop never waits for a booking that waits for another, and before what belongs to the
conversation (its messages, runs, proofs and values).
"""

from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.storage.statements import Statement

# Closed conversations, and those that a person answers, are not the assistant's.
IS_OURS = "conversations.status IN ('bot', 'waiting')"
MAY_WRITE = Statement(
    f"SELECT FROM conversations WHERE id = :conversation_id AND epoch = :epoch AND {IS_OURS} FOR SHARE"
)


class Fenced(Exception):
    """This attempt at a turn may write nothing more: it was overtaken or stopped, or somebody else answers,
    or nobody."""


async def must_be_newest(session: AsyncSession, conversation_id: str, epoch: int) -> None:
    """Raises ``Fenced``. Until the end of the transaction nobody fences the attempt out."""
    asked = {"conversation_id": conversation_id, "epoch": epoch}
    if (await session.execute(MAY_WRITE.text, asked)).first() is None:
        raise Fenced
