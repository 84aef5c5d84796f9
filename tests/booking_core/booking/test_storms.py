"""Everybody at once: exactly as many succeed as there is room for, everybody else is refused in words, and
nothing deadlocks."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import cycle

import pytest
from redis.asyncio import Redis
from sqlalchemy import select
from sqlalchemy.ext.asyncio import create_async_engine

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.time_blocks import Seat
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import Unavailable
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.database import sqlalchemy_url
from booking_core.time.clock import FrozenClock
from booking_core.time.timeline import MINUTE
from tests.attack.options import Sized
from tests.booking_core.booking.storms import forge, no_deadlock, storm
from tests.cast import Visitor, at
from tests.guests import guests
from web.embedded import EmbeddedServers


@asynccontextmanager
async def redis_that_forgets(redis: Redis, salon: DemoSalon) -> AsyncIterator[None]:
    """Again and again everything this salon holds in Redis is gone."""

    async def forget() -> None:
        while True:
            async for key in redis.scan_iter(match=f"hold:{{{salon.organization_id}}}:*", count=1000):
                await redis.unlink(key)
            await asyncio.sleep(0.01)

    forgetting = asyncio.create_task(forget())
    yield
    forgetting.cancel()


@asynccontextmanager
async def redis_that_remembers(redis: Redis, salon: DemoSalon) -> AsyncIterator[None]:
    yield


@pytest.mark.parametrize("memory", [redis_that_remembers, redis_that_forgets])
async def test_of_all_who_confirm_overlapping_times_one_each_succeeds(
    core: BookingCore, redis: Redis, salon: DemoSalon, memory, size: Sized
) -> None:
    """Many hold each of these times, overlapping by quarters of an hour, in a room and with a person, named
    in either order."""
    slots, rivals, deeds = size(20, 8), size(10, 6), []
    for number, visitor in enumerate(guests(core, salon, slots * rivals)):
        start = at(1, 0) + (number % slots) * 120 * MINUTE + random.choice((0, 15, 30)) * MINUTE
        names = random.sample(["Jonas", "Treatment room"], 2)
        hold = await forge(visitor, "Massage", start, names, after=15)
        deeds.append(lambda visitor=visitor, hold=hold: visitor.confirms(hold))
    async with memory(redis, salon):
        with no_deadlock(core.engine):
            booked, refused = await storm(deeds)
    assert (len(booked), len(refused)) == (slots, slots * (rivals - 1))
    assert {refusal.code for refusal in refused} <= {"slot_taken", "slot_held"}
    assert len({(one.starts_at - at(1, 0)) // (120 * MINUTE) for one in booked}) == slots


async def test_whoever_finds_every_connection_in_use_is_asked_to_come_back(
    servers: EmbeddedServers, redis: Redis, salon: DemoSalon, clock: FrozenClock
) -> None:
    narrow = create_async_engine(
        sqlalchemy_url(servers.database_url), pool_size=1, max_overflow=0, pool_timeout=0.1
    )
    visitor = Visitor(BookingCore(narrow, redis, clock), salon, "Ada")

    async def linger(desk: Desk) -> None:
        await asyncio.sleep(1)

    lingering = asyncio.create_task(visitor.at_desk(linger))
    await asyncio.sleep(0.1)
    with pytest.raises(Unavailable):
        await visitor.looks("Haircut", at(1, 10), at(1, 12))
    await lingering
    await narrow.dispose()


async def test_a_class_takes_as_many_as_it_has_places(
    core: BookingCore, salon: DemoSalon, size: Sized
) -> None:
    """Confirms alone are stormed: many holds of a class of six."""
    rivals, deeds = size(40, 16), []
    for visitor in guests(core, salon, rivals):
        hold = await forge(visitor, "Yoga class", at(0, 12), ["Jonas", "Treatment room"])
        deeds.append(lambda visitor=visitor, hold=hold: visitor.confirms(hold))
    with no_deadlock(core.engine):
        booked, refused = await storm(deeds)
    assert (len(booked), len(refused)) == (6, rivals - 6)
    async with core.sessions() as session, session.begin():
        seats = select(Seat.number).where(Seat.block_id == booked[0].block_id).order_by(Seat.number)
        assert (await session.scalars(seats)).all() == list(range(6))


async def test_whoever_holds_a_place_in_a_class_gets_it(
    core: BookingCore, salon: DemoSalon, size: Sized
) -> None:
    """Holding and confirming at once: a hold that was won is never refused at confirm, and no place stays
    empty."""
    won = []

    async def hold_and_confirm(visitor: Visitor) -> Appointment:
        hold = await visitor.holds("Yoga class", at(0, 12))
        won.append(hold)
        await asyncio.sleep(random.random() * 0.05)
        return await visitor.confirms(hold)

    with no_deadlock(core.engine):
        booked, _ = await storm(
            [
                lambda visitor=visitor: hold_and_confirm(visitor)
                for visitor in guests(core, salon, size(40, 16))
            ]
        )
    assert (len(booked), len(won)) == (6, 6)


async def test_whoever_holds_a_time_gets_it(core: BookingCore, salon: DemoSalon, size: Sized) -> None:
    won = []

    async def hold_and_confirm(visitor: Visitor, start) -> Appointment:
        hold = await visitor.holds("Haircut", start)
        won.append(hold)
        await asyncio.sleep(random.random() * 0.05)
        return await visitor.confirms(hold)

    starts = cycle(at(1, 10) + 15 * step * MINUTE for step in range(8))
    with no_deadlock(core.engine):
        booked, refused = await storm(
            [
                lambda visitor=visitor, start=start: hold_and_confirm(visitor, start)
                for visitor, start in zip(guests(core, salon, size(60, 24)), starts, strict=False)
            ]
        )
    assert len(booked) == len(won)
    assert len(booked) >= 4
    assert {refusal.code for refusal in refused} <= {"slot_taken", "slot_held"}
