"""A conversation ends because its customer says so: nobody answers any more, and what was held for them is
free."""

from contextlib import suppress

from sqlalchemy import update

from agent.conversation.conversation import CANCELLED, CLOSED, QUEUED, RUNNING, Conversation, Run
from agent.live_stream.stream import ConversationLog
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import Refusal
from booking_core.storage.audit import Actor


async def end_conversation(core: BookingCore, log: ConversationLog, conversation_id: str) -> None:
    """Close it, and stop the turn that is being taken: what that has not committed by now does not happen.
    Repeating it changes nothing."""
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
    # Holds run out by themselves where they cannot be let go now.
    with suppress(Refusal):
        await core.transaction(conversation.organization_id, actor, _release_holds)
    await log.append(conversation_id, [("conversation.closed", {})])


async def _release_holds(desk: Desk) -> None:
    """Also of what a turn that was stopped had no time to note."""
    for hold in await desk.live_holds():
        await desk.release(hold.id)
