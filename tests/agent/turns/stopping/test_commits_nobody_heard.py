"""Operations whose commit nobody heard of, and customers who are erased while they book."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress

import pytest
from msgspec import Struct
from redis.asyncio import Redis
from sqlalchemy import select

from agent.conversation.conversation import Step
from agent.data_retention.erasure import erase_person
from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer
from booking_core.errors import Conflict
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor
from booking_core.storage.database import open_engine
from booking_core.time.clock import FrozenClock
from tests.agent.turns.stopping.stops import (
    ADA,
    appointments_in,
    read_holds,
    sends,
    with_summary,
)
from tests.attack.outages.proxy import Faults, faulty_wire
from tests.conftest import new_salon
from web.embedded import EmbeddedServers


class Wired(Struct):
    """A core whose PostgreSQL is behind a wire, and what is wrong with that."""

    core: BookingCore
    faults: Faults


@pytest.fixture
async def wired(servers: EmbeddedServers, redis: Redis, clock: FrozenClock) -> AsyncIterator[Wired]:
    faults = Faults()
    async with faulty_wire(servers.database_url, faults) as url:
        engine = open_engine(url)
        yield Wired(BookingCore(engine, redis, clock), faults)
        await engine.dispose()


def phases(count: int, longest: float) -> Iterator[float]:
    return (longest * number / count for number in range(count))


async def test_a_deed_whose_commit_nobody_heard_is_told_once(
    core: BookingCore, wired: Wired, salon: DemoSalon
) -> None:
    chatter = await with_summary(core, salon)
    chatter.core = chatter.reception.core = chatter.turns.core = wired.core
    await sends(chatter, "yes")
    assert chatter.conversation is not None
    wired.faults.unanswered = 1.0
    taking = asyncio.create_task(chatter.turns.take(chatter.conversation.id))
    while not wired.faults.cut:  # noqa: ASYNC110 - the wire tells nobody
        await asyncio.sleep(0.001)
    wired.faults.unanswered = 0.0
    await taking
    [appointment] = await appointments_in(core, salon)
    card = await chatter.sees("booking_card")
    assert card is not None
    assert card["code"] == appointment.code
    assert (await chatter.view()).run is None
    async with core.sessions() as session, session.begin():
        rules = select(Step.name).where(
            Step.conversation_id == chatter.conversation.id, Step.name == "same_as_shown"
        )
        assert len((await session.scalars(rules)).all()) == 1
    # Its time is no longer held: another can be kept at once.
    await chatter.says("a haircut on wednesday at 11am please")
    assert len(await read_holds(core, salon)) == 1


async def test_a_customer_erased_while_they_book_is_erased_or_booked_and_never_both(
    core: BookingCore, wired: Wired
) -> None:
    wired.faults.delay = 0.02
    for phase in phases(8, 0.3):
        salon = await new_salon(core)
        chatter = await with_summary(core, salon)
        chatter.turns.core = wired.core
        await sends(chatter, "yes")
        assert chatter.conversation is not None
        taking = asyncio.create_task(chatter.turns.take(chatter.conversation.id))
        await asyncio.sleep(phase)
        with suppress(Conflict):
            await core.transaction(
                salon.organization_id,
                Actor(door="console", id="op_1", role=Role.OWNER),
                lambda desk, log=chatter.reception.log: erase_person(desk, log, ADA),
            )
        await taking
        booked = len(await appointments_in(core, salon))
        async with core.sessions() as session, session.begin():
            customers = select(Customer.email).where(Customer.organization_id == salon.organization_id)
            known = list(await session.scalars(customers))
        status = (await chatter.view()).conversation.status
        assert (booked, known, status) in ((0, [], "closed"), (1, [ADA], "bot"))
