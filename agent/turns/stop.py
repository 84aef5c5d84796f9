"""Stopping a turn: what it has not committed does not happen.

An operation is committed together with its answer (``TurnContext.transaction_with_answer``), and only while
the run is running. So a stop either finds the run ended and its answer stored, or nothing of it happens.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from agent.conversation.conversation import ASSISTANT, CANCELLED, QUEUED, RUNNING, Conversation, Message, Run
from agent.conversation.state import ConversationState
from agent.intake.conversation_view import message_view
from agent.languages import sentences_in
from agent.live_stream.stream import ConversationLog
from booking_core.core import BookingCore


async def cancel_run(
    core: BookingCore, log: ConversationLog, conversation_id: str, run_id: str
) -> str | None:
    """Stop a queued or running turn and fence its attempt. Idempotent.

    Returns the status of the run: ``cancelled``, or how it had ended before. None where this conversation
    has no such run.
    """
    events: list[tuple[str, dict[str, Any]]] = []
    async with core.sessions() as session, session.begin():
        conversation = await session.get_one(Conversation, conversation_id, with_for_update=True)
        wanted = select(Run).where(Run.id == run_id, Run.conversation_id == conversation_id)
        run = await session.scalar(wanted)
        if run is None or run.status not in (QUEUED, RUNNING):
            return None if run is None else run.status
        now = core.clock.now()
        if run.status == RUNNING:
            conversation.epoch += 1
        run.status, run.epoch, run.ended_at = CANCELLED, conversation.epoch, now
        stopped = await _write_stop_message(session, conversation, run, now)
        if stopped is not None:
            events.append(("message.completed", {"message": message_view(stopped)}))
    await log.append(conversation_id, [*events, cancellation_event(run_id, run.epoch)])
    return CANCELLED


def cancellation_event(run_id: str, epoch: int) -> tuple[str, dict[str, Any]]:
    """The stream's event for a cancelled run."""
    return "run.cancelled", {"run_id": run_id, "epoch": epoch}


async def _write_stop_message(
    session: AsyncSession, conversation: Conversation, run: Run, now: datetime
) -> Message | None:
    """Where a summary is open, store a message that it was not carried out: the customer may have just agreed
    to it."""
    state = ConversationState.read(conversation.state)
    if state.summary is None:
        return None
    says = sentences_in(state.locale or conversation.locale)
    said = Message(
        id=run.answer_id,
        organization_id=run.organization_id,
        conversation_id=run.conversation_id,
        role=ASSISTANT,
        text=state.summary.entry_in(says.STOPPED),
        blocks=[],
        run_id=run.id,
        created_at=now,
    )
    session.add(said)
    await session.flush()
    return said
