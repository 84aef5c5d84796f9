"""The end of a conversation by its customer: nobody answers any more, and its holds are released."""

from contextlib import suppress

from sqlalchemy import update

from agent.conversation.conversation import CANCELLED, CLOSED, QUEUED, RUNNING, Conversation, Run
from agent.live_stream.stream import ConversationLog
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import Refusal
from booking_core.storage.audit import Actor


async def end_conversation(core: BookingCore, log: ConversationLog, conversation_id: str) -> None:
    """Close the conversation and fence its running turn, which commits nothing more. Idempotent."""
    async with core.sessions() as session, session.begin():
        conversation = await session.get_one(Conversation, conversation_id, with_for_update=True)
        if conversation.status == CLOSED:
            return
        conversation.status = CLOSED
        conversation.epoch += 1
        await session.execute(
            update(Run)
            .where(Run.conversation_id == conversation_id, Run.status.in_((QUEUED, RUNNING)))
            .values(status=CANCELLED, epoch=conversation.epoch, ended_at=core.clock.now())
        )
    actor = Actor(door="chat", id=conversation_id, proof="the customer ended the conversation")
    # Holds that cannot be released now expire.
    with suppress(Refusal):
        await core.transaction(conversation.organization_id, actor, _release_holds)
    await log.append(conversation_id, [("conversation.closed", {})])


async def _release_holds(desk: Desk) -> None:
    """Release all live holds, including those that a stopped turn had not stored in the state yet."""
    for hold in await desk.live_holds():
        await desk.release(hold.id)
