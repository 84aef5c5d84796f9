"""Ten thousand at once: exactly as many succeed as there is room for, and everybody else is refused in
words."""

import asyncio
import os
import random
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from time import monotonic

import pytest
from redis.asyncio import Redis
from redis.exceptions import RedisError
from sqlalchemy import func, select

from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.holds.hold import Hold
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import AppointmentEvent
from tests.attack.booking.rivals import CELL, SEATS, Rival, codes, crowd, forged, room_for
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.attack.outages.told import Told, as_told
from tests.booking_core.booking.storms import no_deadlock, storm
from tests.cast import Visitor, at
from tests.guests import guests
from web.embedded import EmbeddedServers


@asynccontextmanager
async def calm(redis: Redis, servers: EmbeddedServers) -> AsyncIterator[None]:
    yield


@asynccontextmanager
async def flush(redis: Redis, servers: EmbeddedServers) -> AsyncIterator[None]:
    async with repeatedly(redis.flushdb, every=0.05):
        yield


@asynccontextmanager
async def kill_redis(redis: Redis, servers: EmbeddedServers) -> AsyncIterator[None]:
    async def kill() -> None:
        if servers.redis.pid:
            os.kill(servers.redis.pid, signal.SIGKILL)

    async with repeatedly(kill, every=1.0):
        yield


@asynccontextmanager
async def repeatedly(deed: Callable[[], Awaitable[object]], every: float) -> AsyncIterator[None]:
    async def again() -> None:
        while True:
            with suppress(RedisError, OSError):
                await deed()
            await asyncio.sleep(every)

    going_on = asyncio.create_task(again())
    yield
    going_on.cancel()


@pytest.mark.parametrize(
    ("memory", "alone"), [(calm, False), (flush, False), (kill_redis, False), (calm, True)]
)
async def test_of_ten_thousand_who_confirm_exactly_as_many_succeed_as_there_is_room(
    core: BookingCore,
    without_redis: BookingCore,
    redis: Redis,
    servers: EmbeddedServers,
    salon: DemoSalon,
    size: Sized,
    figures: Figures,
    memory,
    alone: bool,
) -> None:
    """With Redis, with a Redis that forgets or dies all the time, and with none at all."""
    # Ten thousand with a Redis that lives, and with none, come through the whole door: see
    # ``test_over_http``.
    part = 5 if memory is calm else 1
    slots, confirms = size(500 // part, 10), size(10_000 // part, 80)
    rivals = crowd(guests(without_redis if alone else core, salon, confirms), slots)
    holds = await forged(core, rivals)
    possible = room_for(confirms, slots)
    customers = [Rivalry(rival.visitor, hold, figures) for rival, hold in zip(rivals, holds, strict=True)]
    async with memory(redis, servers):
        with no_deadlock(core.engine):
            booked, refused = await storm([one.confirms for one in customers])
    figures.note(confirms=confirms, booked=len(booked), refused=codes(refused))
    figures.note(waited=sum(one.told.repeated for one in customers), events=await events(core, salon))
    assert codes(refused).keys() <= {"slot_taken", "slot_held"}
    assert (len(booked), len(refused)) == (possible, confirms - possible)
    assert await events(core, salon) == possible
    assert len({one.id for one in booked}) == possible


class Rivalry:
    """One customer of the storm: comes back in a few seconds where told to, and chooses another time where
    told to wait longer."""

    def __init__(self, visitor: Visitor, hold: Hold, figures: Figures) -> None:
        self.visitor, self.hold = visitor, hold
        self.told = Told()
        self._figures = figures

    async def confirms(self) -> Appointment:
        began = monotonic()
        try:
            return await as_told(lambda: self.visitor.confirms(self.hold), self.told)
        finally:
            self._figures.took(monotonic() - began)


async def test_every_class_fills_up_and_none_runs_over(
    core: BookingCore, salon: DemoSalon, size: Sized, figures: Figures
) -> None:
    classes, confirms = size(200, 4), size(10_000, 60)
    visitors = guests(core, salon, confirms)
    both = ["Jonas", "Treatment room"]
    rivals = [
        Rival(visitor, "Yoga class", at(1, 0) + number % classes * CELL, random.sample(both, 2))
        for number, visitor in enumerate(visitors)
    ]
    holds = await forged(core, rivals)
    customers = [Rivalry(visitor, hold, figures) for visitor, hold in zip(visitors, holds, strict=True)]
    with no_deadlock(core.engine):
        booked, refused = await storm([one.confirms for one in customers])
    figures.note(confirms=confirms, classes=classes, booked=len(booked), refused=codes(refused))
    assert codes(refused).keys() <= {"slot_taken", "slot_held"}
    assert len(booked) == classes * SEATS


async def events(core: BookingCore, salon: DemoSalon) -> int:
    async with core.sessions() as session, session.begin():
        counted = select(func.count()).where(AppointmentEvent.organization_id == salon.organization_id)
        return await session.scalar(counted) or 0
