"""A conversation ends because its customer says so: nobody answers any more, and what was held for them is free."""

from contextlib import suppress

from sqlalchemy import update

from agent.conversation import CANCELLED, CLOSED, QUEUED, RUNNING, Conversation, Run
from agent.notepad import Notepad
from agent.stream import ConversationLog
from booking_core.audit import Actor
from booking_core.core import BookingCore
from booking_core.errors import Refusal


async def end_conversation(core: BookingCore, log: ConversationLog, conversation_id: str) -> None:
    """Close it, and stop the turn that is being taken. Repeating it changes nothing."""
    async with core.sessions() as session, session.begin():
        conversation = await session.get_one(Conversation, conversation_id, with_for_update=True)
        if conversation.status == CLOSED:
            return
        conversation.status = CLOSED
        conversation.epoch += 1
        held = Notepad.read(conversation.state).hold_id
        await session.execute(
            update(Run)
            .where(Run.conversation_id == conversation_id, Run.status.in_((QUEUED, RUNNING)))
            .values(status=CANCELLED, epoch=conversation.epoch, ended_at=core.clock.now())
        )
    if held is not None:
        # A hold that was booked or is long gone needs no letting go.
        with suppress(Refusal):
            actor = Actor(door="chat", id=conversation_id, proof="the customer ended the conversation")
            await core.visit(conversation.organization_id, actor, lambda desk: desk.release(held))
    await log.append(conversation_id, [("conversation.closed", {})])
