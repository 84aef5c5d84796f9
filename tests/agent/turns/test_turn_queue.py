"""Turns wait in a queue that no worker's death, and no message that comes at the wrong moment, can make
anybody forget."""

import asyncio
import random
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import psycopg
import pytest
from sqlalchemy import func, select, text, update

from agent.conversation.conversation import ASSISTANT, COMPLETED, CUSTOMER, FAILED, Message, Run
from agent.conversation.turn_queue import (
    MOST_ATTEMPTS,
    WaitingTurns,
    record_heartbeat,
    release_leases,
    remove_from_queue,
)
from agent.conversation.vault import Vault
from agent.events import Event
from agent.guided.receptionist import GuidedModel
from agent.intake.arrival import lock_conversation, store_message
from agent.intake.reception import Reception, Visitor
from agent.live_stream.stream import ConversationLog
from agent.models.scripted import Say, ScriptedModel, Wait
from agent.privacy.personal import NAME
from agent.turns.lease import lease_turn
from agent.turns.turn import TurnRunner
from agent.turns.turn_worker import AT_ONCE, TurnWorker
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from web.embedded import EmbeddedServers

CUSTOMERS, MESSAGES = 12, 8


@pytest.fixture
def reception(core: BookingCore) -> Reception:
    return Reception(core, ConversationLog(core.redis))


def turns_of(core: BookingCore) -> TurnRunner:
    return TurnRunner(core, ConversationLog(core.redis), (), GuidedModel())


async def waiting(reception: Reception, salon: DemoSalon, *texts: str) -> str:
    """A conversation in which so much was said, and nothing answered."""
    opened = await reception.open(salon.organization_id, Visitor())
    for number, said in enumerate(texts):
        await reception.receive(opened.conversation, f"m{number}", text=said)
    return opened.conversation.id


def said(salon: DemoSalon, conversation_id: str) -> Message:
    return Message(
        id=new_id("msg"),
        organization_id=salon.organization_id,
        conversation_id=conversation_id,
        role=CUSTOMER,
        text="and prices?",
        client_msg_id="m2",
        run_id=new_id("run"),
    )


async def row_of(core: BookingCore, conversation_id: str) -> WaitingTurns | None:
    async with core.sessions() as session:
        return await session.get(WaitingTurns, conversation_id)


async def given_to(core: BookingCore, conversation_id: str, **row: Any) -> None:
    """As though a worker had begun with it."""
    async with core.sessions() as session, session.begin():
        await session.execute(
            update(WaitingTurns).where(WaitingTurns.conversation_id == conversation_id).values(**row)
        )


async def statuses(core: BookingCore, conversation_id: str) -> list[str]:
    async with core.sessions() as session:
        asked = select(Run.status).where(Run.conversation_id == conversation_id).order_by(Run.created_at)
        return list(await session.scalars(asked))


async def test_what_waits_is_answered_in_order_and_waits_no_more(
    core: BookingCore, salon: DemoSalon, reception: Reception
) -> None:
    conversation_id = await waiting(reception, salon, "hello", "what does a haircut cost?")
    await turns_of(core).take(conversation_id)
    said = (await reception.view(conversation_id)).messages
    assert [message.role for message in said[1:]] == ["customer", "customer", "assistant", "assistant"]
    assert "€45" in said[-1].text
    assert await statuses(core, conversation_id) == [COMPLETED, COMPLETED]
    assert await row_of(core, conversation_id) is None


async def test_a_living_workers_turn_is_nobody_elses(
    core: BookingCore, salon: DemoSalon, reception: Reception
) -> None:
    conversation_id = await waiting(reception, salon, "hello")
    first, second = turns_of(core), turns_of(core)
    await record_heartbeat(core, first.worker_id)
    await given_to(core, conversation_id, worker_id=first.worker_id)
    await second.take(conversation_id)
    assert conversation_id not in await record_heartbeat(core, second.worker_id)
    assert await statuses(core, conversation_id) == ["queued"]
    await falls_silent(core, first.worker_id)
    assert conversation_id in await record_heartbeat(core, second.worker_id)
    await second.take(conversation_id)
    assert await statuses(core, conversation_id) == [COMPLETED]


async def test_a_worker_that_goes_home_gives_back_what_it_has_begun(
    core: BookingCore, salon: DemoSalon, reception: Reception
) -> None:
    conversation_id = await waiting(reception, salon, "hello")
    first, second = turns_of(core), turns_of(core)
    await record_heartbeat(core, first.worker_id)
    await given_to(core, conversation_id, worker_id=first.worker_id)
    await release_leases(core, first.worker_id)
    assert conversation_id in await record_heartbeat(core, second.worker_id)


async def test_a_turn_that_ends_every_worker_ends_with_an_apology(
    core: BookingCore, salon: DemoSalon, reception: Reception
) -> None:
    conversation_id = await waiting(reception, salon, "hello")
    await given_to(core, conversation_id, attempts=MOST_ATTEMPTS)
    await turns_of(core).take(conversation_id)
    assert await statuses(core, conversation_id) == [FAILED]
    newest = (await reception.view(conversation_id)).messages[-1]
    assert newest.blocks[0]["type"] == "contact_fallback"
    assert await row_of(core, conversation_id) is None


async def test_a_turn_that_breaks_is_apologised_for_once_and_waits_no_more(
    core: BookingCore, salon: DemoSalon, reception: Reception
) -> None:
    conversation_id = await waiting(reception, salon, "hello")
    with pytest.raises(ZeroDivisionError):
        await Broken(core, ConversationLog(core.redis), (), GuidedModel()).take(conversation_id)
    assert await statuses(core, conversation_id) == [FAILED]
    assert await row_of(core, conversation_id) is None


class Broken(TurnRunner):
    def _events(self, *_: object) -> AsyncGenerator[Event, None]:
        raise ZeroDivisionError


async def test_the_next_turn_is_no_further_attempt(
    core: BookingCore, salon: DemoSalon, reception: Reception
) -> None:
    conversation_id = await waiting(reception, salon, *["hello"] * (MOST_ATTEMPTS + 2))
    await turns_of(core).take(conversation_id)
    assert set(await statuses(core, conversation_id)) == {COMPLETED}


async def test_a_message_that_is_stored_while_the_queue_looks_is_seen(
    core: BookingCore, salon: DemoSalon, reception: Reception
) -> None:
    conversation_id = await waiting(reception, salon, "hello")
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
        message = said(salon, conversation_id)
        await store_message(session, message, new_id("msg"))
    assert not await ends
    await turns.take(conversation_id)
    assert await statuses(core, conversation_id) == [COMPLETED, COMPLETED]


async def test_what_was_told_while_a_claim_waited_is_known_to_its_turn(
    core: BookingCore, salon: DemoSalon, reception: Reception
) -> None:
    conversation_id = await waiting(reception, salon, "hello")
    async with core.sessions() as session, session.begin():
        await lock_conversation(session, conversation_id, "m2", core.clock)
        claims = asyncio.create_task(lease_turn(core, conversation_id, "wrk_mine", remembers=0))
        await asyncio.sleep(0.2)
        vault = Vault(conversation_id, salon.organization_id)
        vault.add(NAME, "Ada Lovelace")
        await vault.keep(session)
        await store_message(session, said(salon, conversation_id), new_id("msg"))
    in_hand = await claims
    assert in_hand is not None
    assert in_hand.turn is not None
    assert in_hand.turn.text == "hello"
    assert in_hand.turn.vault.reveal("[name 1]") == "Ada Lovelace"


async def test_what_is_told_of_while_its_turn_ends_is_taken_once_more(
    core: BookingCore, servers: EmbeddedServers, salon: DemoSalon, reception: Reception
) -> None:
    conversation_id = await waiting(reception, salon)
    turns = Slow(core)
    async with hearing(core, servers, turns):
        for _ in range(2):
            async with core.sessions() as session, session.begin():
                await session.execute(text("SELECT pg_notify('waiting_turns', :id)"), {"id": conversation_id})
        await asyncio.sleep(0.2)
        assert turns.taken.count(conversation_id) == 1
        turns.may_end.set()
        await asyncio.sleep(0.2)
        assert turns.taken.count(conversation_id) == 2


class Slow(TurnRunner):
    """Takes turns that end when they may, and remembers whose."""

    def __init__(self, core: BookingCore) -> None:
        super().__init__(core, ConversationLog(core.redis), (), GuidedModel())
        self.taken: list[str] = []
        self.may_end = asyncio.Event()

    async def take(
        self, conversation_id: str, *, goes_on: bool = False, may_go_on: Callable[[], bool] = lambda: True
    ) -> bool:
        self.taken.append(conversation_id)
        await self.may_end.wait()
        return False


async def test_a_turn_whose_connection_is_ended_is_taken_again_and_not_apologised_for(
    core: BookingCore, servers: EmbeddedServers, salon: DemoSalon, reception: Reception
) -> None:
    conversation_id = await waiting(reception, salon, "hello")
    slow = ScriptedModel(forever=lambda _: [Wait(0.3), Say("Good morning!")])
    turns = TurnRunner(core, ConversationLog(core.redis), (slow,), GuidedModel())
    with psycopg.connect(servers.database_url) as other:
        async with hearing(core, servers, turns):
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
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Two workers who only hear: what falls into the gap between an answer's end and its row's would stay
    unanswered."""
    monkeypatch.setattr("agent.turns.turn_worker.HEARTBEAT_SECONDS", 60)
    moods = [random.Random(seed) for seed in range(CUSTOMERS)]

    async def customer(mood: random.Random) -> str:
        opened = await reception.open(salon.organization_id, Visitor())
        for number in range(MESSAGES):
            await reception.receive(opened.conversation, f"m{number}", text="hello")
            await asyncio.sleep(mood.uniform(0, 0.06))
        return opened.conversation.id

    async with hearing(core, servers), hearing(core, servers):
        conversations = await asyncio.gather(*map(customer, moods))
        async with asyncio.timeout(30):
            while await left(core, conversations):  # noqa: ASYNC110 - PostgreSQL tells it when asked
                await asyncio.sleep(0.05)
    async with core.sessions() as session:
        answers = select(func.count()).where(
            Message.conversation_id.in_(conversations), Message.role == ASSISTANT
        )
        # A greeting each, and an answer to each message.
        assert await session.scalar(answers) == CUSTOMERS * (1 + MESSAGES)


@asynccontextmanager
async def hearing(
    core: BookingCore, servers: EmbeddedServers, turns: TurnRunner | None = None, at_once: int = AT_ONCE
) -> AsyncIterator[None]:
    """A worker, from when it hears."""
    before = await listeners(core)
    working = asyncio.create_task(TurnWorker(turns or turns_of(core), servers.database_url, at_once).work())
    async with asyncio.timeout(10):
        while await listeners(core) == before:  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.02)
    yield
    working.cancel()
    await asyncio.wait([working])


async def listeners(core: BookingCore) -> int:
    listening = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN "
        "waiting_turns'"
    )
    async with core.sessions() as session:
        return int(await session.scalar(listening) or 0)


async def left(core: BookingCore, conversations: list[str]) -> int:
    async with core.sessions() as session:
        asked = select(func.count()).where(WaitingTurns.conversation_id.in_(conversations))
        return int(await session.scalar(asked) or 0)


async def falls_silent(core: BookingCore, worker_id: str) -> None:
    """As though it had not been heard of for six seconds."""
    async with core.sessions() as session, session.begin():
        late = text("UPDATE turn_workers SET seen_at = now() - interval '6 seconds' WHERE id = :id")
        await session.execute(late, {"id": worker_id})
