"""The fence of a turn: only its newest attempt may write, and only while the assistant answers.

The fence is read in the transaction of the write and locks the conversation's row until that ends. Stopping
the turn and ending, taking over or erasing the conversation change that row: either before the write, which
then does nothing, or after it.

The row is locked late: after everything an operation may wait for (holds, resources, customers), so that a
message or a Stop never waits behind two competing bookings, and before the rows of the conversation (its
messages, runs, verifications and personal values).
"""

from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.storage.statements import Statement

# The assistant answers neither closed conversations nor those that a person has taken over.
IS_OURS = "conversations.status IN ('bot', 'waiting')"
MAY_WRITE = Statement(
    f"SELECT FROM conversations WHERE id = :conversation_id AND epoch = :epoch AND {IS_OURS} FOR SHARE"
)


class Fenced(Exception):
    """This attempt may write nothing more: a newer one has begun, the turn was stopped, or the assistant no
    longer answers."""


async def must_be_newest(session: AsyncSession, conversation_id: str, epoch: int) -> None:
    """Lock the conversation's row against fencing until the transaction ends. Raises ``Fenced``."""
    attempt = {"conversation_id": conversation_id, "epoch": epoch}
    if (await session.execute(MAY_WRITE.text, attempt)).first() is None:
        raise Fenced
