"""The wire to PostgreSQL fails: answers to commits are lost, connections are reset. What was told is true,
and nothing is twice."""

import asyncio
from collections.abc import AsyncIterator
from time import monotonic

import pytest
from redis.asyncio import Redis

from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.holds.hold import Hold
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.database import open_engine
from booking_core.time.clock import FrozenClock
from tests.attack.booking.rivals import Rival, forged
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.attack.outages.customers import go_on, patiently
from tests.attack.outages.proxy import Faults, faulty_wire
from tests.attack.outages.told import Told, must_have_been_true
from tests.booking_core.booking.storms import storm
from tests.cast import Visitor, at
from tests.guests import guests
from web.embedded import EmbeddedServers

CUSTOMERS = 8
PEOPLE = ("Dana", "Miriam", "Jonas")


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
async def far_core(
    servers: EmbeddedServers, redis: Redis, clock: FrozenClock, faults: Faults
) -> AsyncIterator[BookingCore]:
    """The same core at the other end of the faulty wire."""
    async with faulty_wire(servers.database_url, faults) as url:
        engine = open_engine(url)
        yield BookingCore(engine, redis, clock)
        await engine.dispose()


async def test_a_confirm_whose_commit_goes_unanswered_still_answers(
    core: BookingCore, far_core: BookingCore, salon: DemoSalon, faults: Faults, size: Sized, figures: Figures
) -> None:
    """Each customer has a time of their own, so whoever is refused was refused wrongly."""
    visitors = guests(far_core, salon, size(500, 12))
    rivals = [
        Rival(visitor, "Haircut", at(1 + number // 20, number % 20), [PEOPLE[number % 3]], minutes=45)
        for number, visitor in enumerate(visitors)
    ]
    holds = await forged(core, rivals)
    faults.unanswered = 0.5
    booked, refused = await storm(
        [lambda one=one, hold=hold: until_known(one, hold) for one, hold in zip(visitors, holds, strict=True)]
    )
    faults.unanswered = 0
    figures.note(confirms=len(visitors), cut=faults.cut, booked=len(booked), refused=len(refused))
    assert faults.cut > 0
    assert refused == []
    assert len({one.id for one in booked}) == len(visitors)


async def test_an_extension_whose_commit_goes_unanswered_counts_once(
    far_core: BookingCore, salon: DemoSalon, faults: Faults
) -> None:
    [ada] = guests(far_core, salon, 1)
    hold = await ada.holds("Haircut", at(1, 10))
    counted: list[int] = []

    async def extends_unheard_at_first(desk: Desk) -> Hold:
        faults.unanswered = 0.0 if counted else 1.0
        extended = await desk.extend(hold.id)
        counted.append(extended.extensions)
        return extended

    extended = await ada.at_desk(extends_unheard_at_first)
    assert (extended.extensions, counted, faults.cut) == (1, [1, 1], 1)
    assert (await ada.at_desk(lambda desk: desk.extend(hold.id))).extensions == 2


async def until_known(visitor: Visitor, hold):
    return await patiently(Told(), lambda: visitor.confirms(hold))


@pytest.mark.parametrize(("unanswered", "reset"), [(0.15, 0.0), (0.0, 0.004), (0.1, 0.003)])
async def test_over_a_faulty_wire_what_was_told_is_true(
    core: BookingCore,
    far_core: BookingCore,
    salon: DemoSalon,
    faults: Faults,
    unanswered: float,
    reset: float,
    size: Sized,
    figures: Figures,
) -> None:
    seconds, told = size(60, 1), Told()
    faults.unanswered, faults.reset = unanswered, reset
    # On a busy machine a second may pass without a fault: as many as it takes.
    while not faults.cut + faults.resets or not told.versions:
        until = monotonic() + seconds
        await asyncio.gather(*(go_on(far_core, salon, told, until) for _ in range(CUSTOMERS)))
    faults.unanswered = faults.reset = 0
    figures.note(cut=faults.cut, resets=faults.resets, **await must_have_been_true(core, salon, told))
