"""A customer who wants to be forgotten is, in every conversation; and what has been kept long enough goes by
itself."""

import secrets
from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import groupby
from pathlib import Path

import pytest
from redis.asyncio import Redis
from sqlalchemy import text

from agent.data_retention.erasure import ERASED, erase_person
from agent.data_retention.retention import CONVERSATIONS_KEPT_DAYS, CUSTOMERS_KEPT_DAYS, purge_expired_data
from agent.live_stream.stream import BEGINNING
from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer
from booking_core.errors import Conflict
from booking_core.maintenance.demo import DemoSalon, demo_salon
from booking_core.storage.audit import Actor
from booking_core.storage.database import open_engine
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.agent.customers import Chatter
from tests.agent.traces import everything_kept
from tests.operations.databases import installation
from tests.places import TABLES
from web.embedded import EmbeddedServers

# Databases of earlier runs are still there: nobody else is ever called this. No name has a letter three times
# in a row.
UNIQUE = "".join(letter for letter, _ in groupby(new_id("x")) if letter.isalpha())
NAME, EMAIL, PHONE = f"Zenobia Qu{UNIQUE}", f"{UNIQUE}@example.com", f"+4930{secrets.randbelow(10**8):08}"
OPERATOR = Actor(door="console", id="op_1", role=Role.OWNER)


async def booked_and_cancelled(core: BookingCore, salon: DemoSalon) -> Chatter:
    zenobia = Chatter(core, salon)
    await zenobia.says("haircut on tuesday at 10am please")
    await zenobia.says(f"my name is {NAME}, {EMAIL} or {PHONE}")
    await zenobia.says("yes")
    await zenobia.says("cancel my appointment")
    await zenobia.says("yes")
    return zenobia


async def erase(core: BookingCore, salon: DemoSalon, chatter: Chatter, contact: str = EMAIL) -> int:
    return await core.transaction(
        salon.organization_id, OPERATOR, lambda desk: erase_person(desk, chatter.reception.log, contact)
    )


async def test_an_erased_customer_is_nowhere(core: BookingCore, salon: DemoSalon) -> None:
    zenobia = await booked_and_cancelled(core, salon)
    before = await everything_kept(core)
    assert {NAME, EMAIL, PHONE} == {what for what in (NAME, EMAIL, PHONE) if what in before}
    assert await erase(core, salon, zenobia) == 1
    after = await everything_kept(core)
    for trace in (NAME, NAME.split()[1], EMAIL, PHONE):
        assert trace not in after
    view = await zenobia.view()
    assert {message.text for message in view.messages} == {ERASED}
    assert view.conversation.status == "closed"
    assert view.conversation.outcome == "cancelled"


async def test_the_stream_goes_with_the_words(core: BookingCore, salon: DemoSalon) -> None:
    zenobia = await booked_and_cancelled(core, salon)
    assert zenobia.conversation is not None
    assert await zenobia.reception.log.after(zenobia.conversation.id, BEGINNING)
    await erase(core, salon, zenobia)
    assert await zenobia.reception.log.after(zenobia.conversation.id, BEGINNING) == []


async def test_others_are_not_touched(core: BookingCore, salon: DemoSalon) -> None:
    zenobia, eve = await booked_and_cancelled(core, salon), Chatter(core, salon)
    await eve.says("haircut on wednesday, I am eve@example.com")
    await erase(core, salon, zenobia)
    assert "eve@example.com" in (await eve.view()).messages[1].text


async def test_whoever_only_asked_is_erased_by_what_they_told(core: BookingCore, salon: DemoSalon) -> None:
    asking = Chatter(core, salon)
    await asking.says(f"please write to {UNIQUE.upper()}.Only@Example.com")
    assert await erase(core, salon, asking, f"{UNIQUE}.only@example.com") == 1
    assert f"{UNIQUE}.only" not in (await everything_kept(core)).casefold()


async def test_another_organizations_conversations_stay(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    there = Chatter(core, other_salon)
    await there.says(f"I am {EMAIL}")
    assert await erase(core, salon, there) == 0
    assert EMAIL in (await there.view()).messages[1].text


async def test_nobody_is_forgotten_who_is_expected(core: BookingCore, salon: DemoSalon) -> None:
    expected = Chatter(core, salon)
    await expected.says("haircut on tuesday at 10am please")
    await expected.fills_in(name=NAME, email=EMAIL, phone="")
    await expected.says("yes")
    with pytest.raises(Conflict):
        await erase(core, salon, expected)
    assert EMAIL in await everything_kept(core)
    await expected.says("cancel my appointment")
    await expected.says("yes")
    await erase(core, salon, expected)


Shop = tuple[BookingCore, DemoSalon]


@pytest.fixture
async def shop(
    servers: EmbeddedServers, redis: Redis, clock: FrozenClock, tmp_path: Path
) -> AsyncIterator[Shop]:
    """A database of its own: what goes when its time is over goes for everybody in it."""
    with installation(servers, tmp_path, like=TABLES) as installed:
        engine = open_engine(installed.database_url)
        core = BookingCore(engine, redis, clock)
        async with core.sessions() as session, session.begin():
            salon = await demo_salon(session)
        yield core, salon
        await engine.dispose()


async def test_conversations_go_when_their_time_is_over(shop: Shop, clock: FrozenClock) -> None:
    core, salon = shop
    old = Chatter(core, salon)
    await old.says(f"hello, I am old.{EMAIL}")
    clock.advance(timedelta(days=CONVERSATIONS_KEPT_DAYS - 1))
    newer = Chatter(core, salon)
    await newer.says("hello")
    clock.advance(timedelta(days=1, seconds=1))
    await purge_expired_data(core)
    assert f"old.{EMAIL}" not in await everything_kept(core)
    assert len((await newer.view()).messages) > 1


async def test_an_organization_may_keep_them_for_less(shop: Shop, clock: FrozenClock) -> None:
    core, salon = shop
    brief = Chatter(core, salon)
    await brief.says(f"hello, I am brief.{EMAIL}")
    shorter = text(
        """UPDATE organizations SET chat = chat || '{"keep_conversations_days": 7}' WHERE id = :id"""
    )
    async with core.sessions() as session, session.begin():
        await session.execute(shorter, {"id": salon.organization_id})
    clock.advance(timedelta(days=7, seconds=1))
    await purge_expired_data(core)
    assert f"brief.{EMAIL}" not in await everything_kept(core)


async def test_customers_nobody_has_seen_for_a_year_and_a_month_are_erased(
    shop: Shop, clock: FrozenClock
) -> None:
    core, salon = shop
    async with core.sessions() as session, session.begin():
        session.add(
            Customer(
                id=new_id("cus"),
                organization_id=salon.organization_id,
                name="Old",
                email=f"{UNIQUE}@old.example",
                created_at=clock.now(),
            )
        )
    clock.advance(timedelta(days=CUSTOMERS_KEPT_DAYS, seconds=1))
    await purge_expired_data(core)
    assert f"{UNIQUE}@old.example" not in await everything_kept(core)
