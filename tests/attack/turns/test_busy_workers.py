"""One address that keeps a worker busy: everybody else is answered all the same."""

import asyncio

from sqlalchemy import select

from agent.conversation.conversation import ASSISTANT, Message
from agent.guided.receptionist import GuidedModel
from agent.intake.reception import Reception, Visitor
from agent.live_stream.stream import ConversationLog
from agent.models.scripted import Say, ScriptedModel, Wait
from agent.turns.turn import TurnRunner
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.turns.waiting import hear_turns, read_left
from web.embedded import EmbeddedServers


async def test_whoever_keeps_all_places_busy_from_one_address_keeps_nobody_else_waiting(
    core: BookingCore, servers: EmbeddedServers, salon: DemoSalon
) -> None:
    """Four places, a slow model, and eight conversations of one address that ask five things each."""
    reception = Reception(core, ConversationLog(core.redis))
    slow = ScriptedModel(forever=lambda _: [Wait(0.25), Say("One moment.")])
    turns = TurnRunner(core, ConversationLog(core.redis), (slow,), GuidedModel())

    async def asks(address: str, messages: int) -> str:
        opened = await reception.open(salon.organization_id, Visitor(address_hash=address))
        for number in range(messages):
            await reception.receive(opened.conversation, f"m{number}", text="hello")
        return opened.conversation.id

    async with hear_turns(core, servers, turns, at_once=4):
        greedy = [await asks("one", 5) for _ in range(8)]
        others = [await asks(f"home {number}", 1) for number in range(3)]
        before = len(await answer(core, greedy))
        async with asyncio.timeout(30):
            while await read_left(core, [*greedy, *others]):  # noqa: ASYNC110 - PostgreSQL tells it when asked
                await asyncio.sleep(0.05)
    order = await answer(core, [*greedy, *others])
    assert len(order) == 8 * 5 + 3
    # Nobody waited for more than what had been answered or begun before they came, and one round.
    assert max(order.index(one) for one in others) <= before + 4 + 4 + len(others)


async def answer(core: BookingCore, conversations: list[str]) -> list[str]:
    """Whose messages were answered, in that order."""
    answers = select(Message.conversation_id).where(
        Message.conversation_id.in_(conversations),
        Message.run_id.is_not(None),
        Message.role == ASSISTANT,
    )
    async with core.sessions() as session, session.begin():
        return list(await session.scalars(answers.order_by(Message.position)))
