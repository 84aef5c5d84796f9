"""A message that comes while a turn is taken, runs or ends is answered, whichever moment it comes at."""

import asyncio
import random

import psycopg
import pytest
from sqlalchemy import func, select, text, update

from agent.conversation.conversation import ASSISTANT, COMPLETED, Message, Run
from agent.conversation.turn_queue import remove_from_queue
from agent.conversation.vault import Vault
from agent.guided.receptionist import GuidedModel
from agent.intake.arrival import lock_conversation, store_message
from agent.intake.reception import Reception, Visitor
from agent.live_stream.stream import ConversationLog
from agent.models.scripted import Say, ScriptedModel, Wait
from agent.privacy.personal import NAME
from agent.turns.lease import lease_turn
from agent.turns.turn import TurnRunner
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.agent.turns.waiting import (
    Slow,
    begin_waiting,
    hear_turns,
    read_left,
    say,
    statuses,
    turns_of,
)
from tests.attack.options import Sized
from web.embedded import EmbeddedServers


async def test_a_message_that_is_stored_while_the_queue_looks_is_seen(
    core: BookingCore, salon: DemoSalon, reception: Reception
) -> None:
    conversation_id = await begin_waiting(reception, salon, "hello")
    turns = turns_of(core)
    in_hand = await lease_turn(core, conversation_id, turns.worker_id, remembers=0)
    assert in_hand is not None
    async with core.sessions() as session, session.begin():
        await session.execute(update(Run).values(status=COMPLETED))
    async with core.sessions() as session, session.begin():
        await lock_conversation(session, conversation_id, "m2", core.clock)
        ends = asyncio.create_task(
            remove_from_queue(core, conversation_id, turns.worker_id, in_hand.promised)
        )
        await asyncio.sleep(0.2)
        message = say(salon, conversation_id)
        await store_message(session, message, new_id("msg"), core.clock)
    assert not await ends
    await turns.take(conversation_id)
    assert await statuses(core, conversation_id) == [COMPLETED, COMPLETED]


async def test_what_was_told_while_a_claim_waited_is_known_to_its_turn(
    core: BookingCore, salon: DemoSalon, reception: Reception
) -> None:
    conversation_id = await begin_waiting(reception, salon, "hello")
    async with core.sessions() as session, session.begin():
        await lock_conversation(session, conversation_id, "m2", core.clock)
        claims = asyncio.create_task(lease_turn(core, conversation_id, "wrk_mine", remembers=0))
        await asyncio.sleep(0.2)
        vault = Vault(conversation_id, salon.organization_id)
        vault.add(NAME, "Ada Lovelace")
        await vault.keep(session)
        await store_message(session, say(salon, conversation_id), new_id("msg"), core.clock)
    in_hand = await claims
    assert in_hand is not None
    assert in_hand.turn is not None
    assert in_hand.turn.text == "hello"
    assert in_hand.turn.vault.reveal("[name 1]") == "Ada Lovelace"


async def test_what_is_told_of_while_its_turn_ends_is_taken_once_more(
    core: BookingCore, servers: EmbeddedServers, salon: DemoSalon, reception: Reception
) -> None:
    conversation_id = await begin_waiting(reception, salon)
    turns = Slow(core)
    async with hear_turns(core, servers, turns):
        for _ in range(2):
            async with core.sessions() as session, session.begin():
                await session.execute(text("SELECT pg_notify('waiting_turns', :id)"), {"id": conversation_id})
        await turns.begins_with(conversation_id, 1)
        turns.may_end.set()
        await turns.begins_with(conversation_id, 2)
    assert turns.taken.count(conversation_id) == 2


async def test_a_turn_whose_connection_is_ended_is_taken_again_and_not_apologised_for(
    core: BookingCore, servers: EmbeddedServers, salon: DemoSalon, reception: Reception
) -> None:
    conversation_id = await begin_waiting(reception, salon, "hello")
    slow = ScriptedModel(forever=lambda _: [Wait(0.3), Say("Good morning!")])
    turns = TurnRunner(core, ConversationLog(core.redis), (slow,), GuidedModel())
    with psycopg.connect(servers.database_url) as other:
        async with hear_turns(core, servers, turns):
            await asyncio.sleep(0.15)
            # The end of the answer waits for this, and for nothing better.
            other.execute("SELECT FROM conversations WHERE id = %s FOR UPDATE", [conversation_id])
            await asyncio.sleep(0.5)
            ended = other.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND wait_event_type = 'Lock'"
            ).fetchall()
            other.rollback()
            async with asyncio.timeout(15):
                while await statuses(core, conversation_id) != [COMPLETED]:  # noqa: ASYNC110 - as above
                    await asyncio.sleep(0.1)
    assert ended
    assert (await reception.view(conversation_id)).messages[-1].text == "Good morning!"


async def test_a_message_at_any_moment_of_an_answer_is_answered_without_being_looked_for(
    core: BookingCore,
    salon: DemoSalon,
    reception: Reception,
    servers: EmbeddedServers,
    size: Sized,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Two workers who only hear: what falls into the gap between an answer's end and its row's would stay
    unanswered."""
    monkeypatch.setattr("agent.turns.turn_worker.HEARTBEAT_SECONDS", 60)
    customers, messages = size(12, 5), size(8, 5)
    moods = [random.Random(seed) for seed in range(customers)]

    async def customer(mood: random.Random) -> str:
        opened = await reception.open(salon.organization_id, Visitor())
        for number in range(messages):
            await reception.receive(opened.conversation, f"m{number}", text="hello")
            await asyncio.sleep(mood.uniform(0, 0.06))
        return opened.conversation.id

    async with hear_turns(core, servers), hear_turns(core, servers):
        conversations = await asyncio.gather(*map(customer, moods))
        async with asyncio.timeout(30):
            while await read_left(core, conversations):  # noqa: ASYNC110 - PostgreSQL tells it when asked
                await asyncio.sleep(0.05)
    async with core.sessions() as session, session.begin():
        answers = select(func.count()).where(
            Message.conversation_id.in_(conversations), Message.role == ASSISTANT
        )
        # A greeting each, and an answer to each message.
        assert await session.scalar(answers) == customers * (1 + messages)
