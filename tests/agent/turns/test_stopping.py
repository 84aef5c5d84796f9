"""A customer stops a turn: what is said then is what the tables hold, and nothing of a stopped turn is in the
way of the next."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress

import pytest
from msgspec import Struct
from redis.asyncio import Redis
from sqlalchemy import select

from agent.conversation.conversation import Step
from agent.data_retention.erasure import erase_person
from agent.intake.end import end_conversation
from agent.languages import LANGUAGES, sentences_in
from agent.models.protocol import ToolCall
from agent.tools.registry import run_tool
from agent.turns.answer_writer import AnswerWriter
from agent.turns.lease import lease_turn
from agent.turns.stop import cancel_run
from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer
from booking_core.errors import Conflict
from booking_core.holds.hold import HELD, Hold
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor
from booking_core.storage.database import open_engine
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.agent.customers import Chatter
from tests.attack.outages.proxy import Faults, faulty_wire
from tests.conftest import new_salon
from web.embedded import EmbeddedServers

ADA = "ada@example.com"
BOOKED = ("a haircut on tuesday at 10am please", f"I am Ada, {ADA}")
BEFORE = {
    "book": BOOKED,
    "move": (*BOOKED, "yes", "I would like to move it", "wednesday at 11"),
    "cancel": (*BOOKED, "yes", "please cancel my appointment"),
}


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


async def with_summary(core: BookingCore, salon: DemoSalon, deed: str = "book") -> Chatter:
    chatter = Chatter(core, salon)
    for said in BEFORE[deed]:
        await chatter.says(said)
    return chatter


async def sends(chatter: Chatter, text: str) -> str:
    assert chatter.conversation is not None
    received = await chatter.reception.receive(chatter.conversation, new_id("m"), text=text)
    assert received.run_id is not None
    return received.run_id


async def stops(chatter: Chatter, run_id: str) -> str | None:
    assert chatter.conversation is not None
    return await cancel_run(chatter.core, chatter.reception.log, chatter.conversation.id, run_id)


async def kept_by_a_turn_that_was_stopped(chatter: Chatter, words: str, handle: str) -> None:
    """The time is held, and the state does not say so."""
    run_id = await sends(chatter, words)
    assert chatter.conversation is not None
    in_hand = await lease_turn(chatter.core, chatter.conversation.id, chatter.turns.worker_id, remembers=0)
    assert in_hand is not None
    assert in_hand.turn is not None
    writing = AnswerWriter(chatter.core, chatter.reception.log, in_hand.turn, "guided")
    assert (await run_tool(writing.context, ToolCall("c", "hold_time", {"handle": handle}))).answered.ok
    await stops(chatter, run_id)


async def appointments_in(core: BookingCore, salon: DemoSalon) -> list[Appointment]:
    async with core.sessions() as session:
        mine = select(Appointment).where(Appointment.organization_id == salon.organization_id)
        return list(await session.scalars(mine))


async def held_in(core: BookingCore, salon: DemoSalon) -> list[Hold]:
    async with core.sessions() as session:
        live = select(Hold).where(Hold.organization_id == salon.organization_id, Hold.status == HELD)
        return list(await session.scalars(live))


@pytest.mark.parametrize("deed", BEFORE)
async def test_a_yes_that_was_stopped_in_time_is_told_to_have_done_nothing_and_may_be_said_again(
    core: BookingCore, salon: DemoSalon, deed: str
) -> None:
    chatter = await with_summary(core, salon, deed)
    before = [(one.status, one.version) for one in await appointments_in(core, salon)]
    assert await stops(chatter, await sends(chatter, "yes")) == "cancelled"
    assert (await chatter.view()).messages[-1].text == sentences_in("en").STOPPED[deed]
    assert [(one.status, one.version) for one in await appointments_in(core, salon)] == before
    await chatter.says("yes")
    assert [(one.status, one.version) for one in await appointments_in(core, salon)] != before


async def test_what_had_been_done_when_it_was_stopped_is_told_and_stays(
    core: BookingCore, salon: DemoSalon
) -> None:
    chatter = await with_summary(core, salon)
    run_id = await sends(chatter, "yes")
    assert chatter.conversation is not None
    await chatter.turns.take(chatter.conversation.id)
    messages = len((await chatter.view()).messages)
    assert await stops(chatter, run_id) == "completed"
    assert len((await chatter.view()).messages) == messages
    assert await chatter.sees("booking_card")


async def test_stopping_what_was_never_begun_says_nothing_and_stops_nothing_else(
    core: BookingCore, salon: DemoSalon
) -> None:
    chatter = Chatter(core, salon)
    await chatter.says("hello")
    assert await stops(chatter, await sends(chatter, "how much is a haircut?")) == "cancelled"
    assert (await chatter.view()).messages[-1].role == "customer"
    assert await stops(chatter, "run_of_nobody") is None
    assert "45" in await chatter.says("how much is a haircut?")


async def test_a_time_that_a_stopped_turn_kept_is_let_go_for_the_next_one(
    core: BookingCore, salon: DemoSalon
) -> None:
    chatter = Chatter(core, salon)
    await chatter.says("a haircut on tuesday morning please")
    await kept_by_a_turn_that_was_stopped(chatter, "the first one", "t1")
    [unnoted] = await held_in(core, salon)
    await chatter.says("the second one")
    [kept] = await held_in(core, salon)
    assert kept.starts_at != unnoted.starts_at
    assert await chatter.sees("form")


async def test_a_time_that_a_stopped_turn_kept_is_free_when_the_conversation_ends(
    core: BookingCore, salon: DemoSalon
) -> None:
    chatter = Chatter(core, salon)
    await chatter.says("a haircut on tuesday morning please")
    await kept_by_a_turn_that_was_stopped(chatter, "the first one", "t1")
    assert chatter.conversation is not None
    await end_conversation(core, chatter.reception.log, chatter.conversation.id)
    assert await held_in(core, salon) == []


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
    async with core.sessions() as session:
        rules = select(Step.name).where(
            Step.conversation_id == chatter.conversation.id, Step.name == "same_as_shown"
        )
        assert len((await session.scalars(rules)).all()) == 1
    # Its time is no longer held: another can be kept at once.
    await chatter.says("a haircut on wednesday at 11am please")
    assert len(await held_in(core, salon)) == 1


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
                Actor(door="console", id="op_1"),
                lambda desk, log=chatter.reception.log: erase_person(desk, log, ADA),
            )
        await taking
        booked = len(await appointments_in(core, salon))
        async with core.sessions() as session:
            customers = select(Customer.email).where(Customer.organization_id == salon.organization_id)
            known = list(await session.scalars(customers))
        status = (await chatter.view()).conversation.status
        assert (booked, known, status) in ((0, [], "closed"), (1, [ADA], "bot"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_stops_a_deed_is_told_in_their_language(language: str) -> None:
    said = sentences_in(language).STOPPED
    assert said.keys() == {"book", "move", "cancel", "ask"}
    assert len({*said.values()}) == len(said)
    assert language == "en" or not {*said.values()} & {*sentences_in("en").STOPPED.values()}
