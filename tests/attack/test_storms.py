"""Ten thousand at once: exactly as many succeed as there is room for, and everybody else is refused in words."""

import asyncio
import os
import random
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from time import monotonic

import pytest
from redis.asyncio import Redis
from redis.exceptions import RedisError
from sqlalchemy import func, select

from booking_core.appointments import Appointment
from booking_core.audit import AppointmentEvent
from booking_core.core import BookingCore
from booking_core.demo import DemoSalon
from tests.attack.conftest import Sized
from tests.attack.figures import Figures
from tests.attack.rivals import Rival, codes, forged, guests, larger
from tests.booking_core.storms import no_deadlock, storm
from tests.cast import Visitor, at
from web.embedded import EmbeddedServers

MINUTE = timedelta(minutes=1)
CELL = 120 * MINUTE
SEATS = 6


@asynccontextmanager
async def calm(redis: Redis, servers: EmbeddedServers) -> AsyncIterator[None]:
    yield


@asynccontextmanager
async def flushed(redis: Redis, servers: EmbeddedServers) -> AsyncIterator[None]:
    async with repeatedly(redis.flushdb, every=0.05):
        yield


@asynccontextmanager
async def killed(redis: Redis, servers: EmbeddedServers) -> AsyncIterator[None]:
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


def rivals_of(visitors: list[Visitor], slots: int) -> list[Rival]:
    """Of each five slots two are of one person, two of a person and a room, one of a class; overlapping by quarters of an hour."""
    rivals = []
    for number, visitor in enumerate(visitors):
        slot = number % slots
        start = at(1, 0) + slot * CELL
        late = random.choice((0, 15, 30)) * MINUTE
        both = random.sample(["Jonas", "Treatment room"], 2)
        if slot % 5 == 4:
            rivals.append(Rival(visitor, "Yoga class", start, both))
        elif slot % 5 >= 2:
            rivals.append(Rival(visitor, "Massage", start + late, both))
        else:
            rivals.append(Rival(visitor, "Haircut", start + late, ["Dana"], minutes=45))
    return rivals


@pytest.mark.parametrize(
    ("memory", "alone"), [(calm, False), (flushed, False), (killed, False), (calm, True)]
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
    slots, confirms = size(500, 15), size(10_000, 120)
    rivals = rivals_of(guests(without_redis if alone else core, salon, confirms), slots)
    holds = await forged(core, rivals)
    each = confirms // slots
    possible = sum(min(SEATS, each) if slot % 5 == 4 else 1 for slot in range(slots))
    done = 0

    async def confirm(visitor: Visitor, hold) -> Appointment:
        nonlocal done
        done, began = done + 1, monotonic()
        figures.progress(done / confirms)
        try:
            return await visitor.confirms(hold)
        finally:
            figures.took(monotonic() - began)

    deeds = [
        lambda rival=rival, hold=hold: confirm(rival.visitor, hold)
        for rival, hold in zip(rivals, holds, strict=True)
    ]
    async with memory(redis, servers):
        with no_deadlock(core.engine):
            booked, refused = await storm(deeds)
    figures.note(
        confirms=confirms, booked=len(booked), refused=len(refused), events=await events(core, salon)
    )
    assert codes(refused) <= {"slot_taken", "slot_held"}
    assert (len(booked), len(refused)) == (possible, confirms - possible)
    assert await events(core, salon) == possible
    assert len({one.id for one in booked}) == possible


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
    with no_deadlock(core.engine):
        booked, refused = await storm(
            [
                lambda visitor=visitor, hold=hold: visitor.confirms(hold)
                for visitor, hold in zip(visitors, holds, strict=True)
            ]
        )
    figures.note(confirms=confirms, classes=classes, booked=len(booked), refused=len(refused))
    assert codes(refused) <= {"slot_taken", "slot_held"}
    assert len(booked) == classes * SEATS


@pytest.mark.parametrize("alone", [False, True])
async def test_swapping_people_and_rooms_never_deadlocks(
    core: BookingCore,
    without_redis: BookingCore,
    salon: DemoSalon,
    size: Sized,
    figures: Figures,
    alone: bool,
) -> None:
    """Sixteen writers move into each other's times, people and rooms; each names its two resources in any order."""
    writers, moves = 16, size(200, 5)
    salon = await larger(core, salon, 4)
    visitors = guests(without_redis if alone else core, salon, writers)
    first = [
        Rival(visitor, "Massage", at(1, number // 4 * 2), [f"Person {number % 4}", f"Room {number % 4}"])
        for number, visitor in enumerate(visitors)
    ]
    booked = [
        await rival.visitor.confirms(hold)
        for rival, hold in zip(first, await forged(core, first), strict=True)
    ]
    rivals = [
        Rival(visitor, "Massage", a_time(), any_pair(), moving=appointment.id)
        for visitor, appointment in zip(visitors, booked, strict=True)
        for _ in range(moves)
    ]
    by_writer = {visitor.actor.id: [] for visitor in visitors}
    for rival, hold in zip(rivals, await forged(core, rivals), strict=True):
        by_writer[rival.visitor.actor.id].append((rival, hold))
    moved, refused = await all_writers(by_writer, figures, core)
    async with core.sessions() as session:
        after = [await session.get_one(Appointment, one.id, populate_existing=True) for one in booked]
    figures.note(moves=writers * moves, moved=moved, refused=len(refused), deadlocks=0)
    assert codes(refused) <= {"slot_taken", "slot_held"}
    assert sum(one.version - 1 for one in after) == moved
    assert {one.status for one in after} == {"confirmed"}


async def all_writers(by_writer, figures: Figures, core: BookingCore):
    moved, refused = 0, []

    async def write(deeds) -> None:
        nonlocal moved
        for rival, hold in deeds:
            began = monotonic()
            done, no = await storm(
                [
                    lambda rival=rival, hold=hold: rival.visitor.at_desk(
                        lambda desk: desk.reschedule(rival.moving, hold.id)
                    )
                ]
            )
            figures.took(monotonic() - began)
            moved += len(done)
            refused.extend(no)

    with no_deadlock(core.engine):
        await asyncio.gather(*(write(deeds) for deeds in by_writer.values()))
    return moved, refused


def a_time():
    return at(1, 0) + random.randrange(16) * 30 * MINUTE


def any_pair() -> list[str]:
    return random.sample([f"Person {random.randrange(4)}", f"Room {random.randrange(4)}"], 2)


async def events(core: BookingCore, salon: DemoSalon) -> int:
    async with core.sessions() as session:
        counted = select(func.count()).where(AppointmentEvent.organization_id == salon.organization_id)
        return await session.scalar(counted) or 0
