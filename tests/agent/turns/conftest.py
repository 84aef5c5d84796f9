"""Where messages of customers come in."""

import pytest
from sqlalchemy import delete

from agent.conversation.turn_queue import WaitingTurns
from agent.intake.reception import Reception
from agent.live_stream.stream import ConversationLog
from booking_core.core import BookingCore


@pytest.fixture
def reception(core: BookingCore) -> Reception:
    return Reception(core, ConversationLog(core.redis))


@pytest.fixture(autouse=True)
async def nobody_waits(core: BookingCore) -> None:
    """What other tests have left unanswered would take a worker's places here."""
    async with core.sessions() as session, session.begin():
        await session.execute(delete(WaitingTurns))
