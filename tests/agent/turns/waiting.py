"""Conversations whose turns wait in the queue, and what of them is written down."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import func, select, text, update

from agent.conversation.conversation import CUSTOMER, Message, Run, Step
from agent.conversation.turn_queue import WaitingTurns
from agent.guided.receptionist import GuidedModel
from agent.intake.reception import Reception, Visitor
from agent.live_stream.stream import ConversationLog
from agent.turns.turn import TurnRunner
from agent.turns.turn_worker import AT_ONCE, TurnWorker
from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.agent.customers import Chatter
from web.embedded import EmbeddedServers


def turns_of(core: BookingCore) -> TurnRunner:
    return TurnRunner(core, ConversationLog(core.redis), (), GuidedModel())


async def begin_waiting(reception: Reception, salon: DemoSalon, *texts: str) -> str:
    """A conversation in which so much was said, and nothing answered."""
    opened = await reception.open(salon.organization_id, Visitor())
    for number, said in enumerate(texts):
        await reception.receive(opened.conversation, f"m{number}", text=said)
    return opened.conversation.id


def say(salon: DemoSalon, conversation_id: str) -> Message:
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
    async with core.sessions() as session, session.begin():
        return await session.get(WaitingTurns, conversation_id)


async def give_to(core: BookingCore, conversation_id: str, **row: Any) -> None:
    """As though a worker had begun with it."""
    async with core.sessions() as session, session.begin():
        await session.execute(
            update(WaitingTurns).where(WaitingTurns.conversation_id == conversation_id).values(**row)
        )


async def statuses(core: BookingCore, conversation_id: str) -> list[str]:
    async with core.sessions() as session, session.begin():
        asked = select(Run.status).where(Run.conversation_id == conversation_id).order_by(Run.created_at)
        return list(await session.scalars(asked))


@asynccontextmanager
async def hear_turns(
    core: BookingCore, servers: EmbeddedServers, turns: TurnRunner | None = None, at_once: int = AT_ONCE
) -> AsyncIterator[None]:
    """A worker, from when it hears."""
    before = await listeners(core)
    working = asyncio.create_task(TurnWorker(turns or turns_of(core), servers.database_url, at_once).work())
    async with asyncio.timeout(60):
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
    async with core.sessions() as session, session.begin():
        return int(await session.scalar(listening) or 0)


async def read_left(core: BookingCore, conversations: list[str]) -> int:
    async with core.sessions() as session, session.begin():
        asked = select(func.count()).where(WaitingTurns.conversation_id.in_(conversations))
        return int(await session.scalar(asked) or 0)


async def falls_silent(core: BookingCore, worker_id: str) -> None:
    """As though it had not been heard of for six seconds."""
    async with core.sessions() as session, session.begin():
        late = text("UPDATE turn_workers SET seen_at = now() - interval '6 seconds' WHERE id = :id")
        await session.execute(late, {"id": worker_id})


async def steps_of(chatter: Chatter) -> list[Step]:
    assert chatter.conversation is not None
    async with chatter.core.sessions() as session, session.begin():
        found = await session.scalars(
            select(Step).where(Step.conversation_id == chatter.conversation.id).order_by(Step.id)
        )
        return list(found)


async def last_run(chatter: Chatter) -> Run:
    assert chatter.conversation is not None
    newest = select(Run).where(Run.conversation_id == chatter.conversation.id).order_by(Run.created_at.desc())
    async with chatter.core.sessions() as session, session.begin():
        return (await session.scalars(newest.limit(1))).one()


async def appointments_of(chatter: Chatter) -> int:
    async with chatter.core.sessions() as session, session.begin():
        counted = select(func.count()).where(Appointment.organization_id == chatter.salon.organization_id)
        return int(await session.scalar(counted) or 0)


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

    async def begins_with(self, conversation_id: str, times: int) -> None:
        """Wait until it has begun with this conversation so many times."""
        async with asyncio.timeout(15):
            while self.taken.count(conversation_id) < times:  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.02)
