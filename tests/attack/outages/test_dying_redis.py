"""Redis is killed again and again, and starts empty: people are refused, and never booked twice."""

import asyncio
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

import pytest
from redis.asyncio import Redis
from redis.exceptions import RedisError
from sqlalchemy.ext.asyncio import AsyncEngine

from booking_core.core import BookingCore
from booking_core.errors import Unavailable
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.hosts.circuit_breaker import STAYS_OPEN_S
from booking_core.time.clock import FrozenClock
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.attack.outages.customers import go_on
from tests.attack.outages.told import Told, must_have_been_true
from tests.booking_core.booking.storms import storm
from tests.cast import at
from tests.guests import guests
from web.context import open_redis
from web.embedded import EmbeddedServers

CUSTOMERS = 30


async def test_losing_redis_loses_no_appointment_and_books_nothing_twice(
    core: BookingCore,
    redis: Redis,
    servers: EmbeddedServers,
    salon: DemoSalon,
    size: Sized,
    figures: Figures,
    full: bool,
) -> None:
    kills, told = size(100, 3), Told()
    pause, thinks = (1.5, 2.0) if full else (0.4, 0.3)
    until = monotonic() + kills * (pause + 0.3)
    customers = [
        asyncio.create_task(go_on(core, salon, told, until, thinks=thinks)) for _ in range(CUSTOMERS)
    ]
    for _ in figures.each(range(kills)):
        await asyncio.sleep(pause)
        await killed_and_back(redis, servers)
    await asyncio.gather(*customers)
    figures.note(kills=kills, **await must_have_been_true(core, salon, told))
    assert told.versions


async def test_after_a_restart_the_first_to_ask_are_served(
    redis: Redis, servers: EmbeddedServers, core: BookingCore, salon: DemoSalon
) -> None:
    """Every connection to the Redis that died is dead, and nobody pays for finding out."""
    everybody = guests(core, salon, 64)
    looks = [lambda one=one: core.holds.live(salon.organization_id, [one.actor.id]) for one in everybody]
    await storm(looks)
    await killed_and_back(redis, servers)
    _, refused = await storm(looks)
    assert refused == []


async def test_a_redis_that_stands_still_keeps_only_the_first_waiting(
    engine: AsyncEngine, servers: EmbeddedServers, clock: FrozenClock, salon: DemoSalon
) -> None:
    redis = open_redis(servers.redis_url, patience=0.5)
    core = BookingCore(engine, redis, clock)
    ada, asked, run = guests(core, salon, 1)[0], 0, core.holds._run

    async def count(**ask: Any) -> Any:
        nonlocal asked
        asked += 1
        return await run(**ask)

    core.holds._run = count  # type: ignore[assignment]
    began = monotonic()
    with standing_still(servers):
        for _ in range(10):
            with pytest.raises(Unavailable):
                await ada.holds("Massage", at(2, 10))
    assert 1 <= asked <= 1 + (monotonic() - began) / STAYS_OPEN_S
    await asyncio.sleep(STAYS_OPEN_S)
    assert await ada.holds("Massage", at(2, 10))
    await redis.aclose()


@contextmanager
def standing_still(servers: EmbeddedServers) -> Iterator[None]:
    """Redis takes every connection and answers none."""
    pid = servers.redis.pid
    assert pid
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


async def killed_and_back(redis: Redis, servers: EmbeddedServers) -> None:
    """Killed, and awaited: whoever keeps the servers starts it again."""
    last = servers.redis.pid
    if last:
        os.kill(last, signal.SIGKILL)
    until = monotonic() + 30
    while monotonic() < until:
        await asyncio.sleep(0.05)
        try:
            if (await redis.info("server"))["process_id"] != last:
                return
        except (RedisError, OSError):
            continue
    raise TimeoutError("Redis did not come back.")
