"""Everything at once for a while: customers, lost commits, resets, dying Redis, restarted PostgreSQL; and
nothing grows or breaks."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from time import monotonic

import psutil
import pytest
from redis.asyncio import Redis

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.database import open_engine
from booking_core.time.clock import FrozenClock
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.attack.outages.customers import go_on
from tests.attack.outages.proxy import Faults, faulty_wire
from tests.attack.outages.test_dying_postgres import end_connections, stopped_and_back
from tests.attack.outages.test_dying_redis import killed_and_back
from tests.attack.outages.told import Told, must_have_been_true
from web.embedded import EmbeddedServers

CUSTOMERS = 8
MEGABYTE = 1 << 20
# A long soak may keep a few caches that a short one has not filled yet.
GROWTH_MB, MORE_FILES = 60, 40


async def test_a_long_day_of_everything_going_wrong(
    core: BookingCore,
    redis: Redis,
    servers: EmbeddedServers,
    clock: FrozenClock,
    salon: DemoSalon,
    pytestconfig: pytest.Config,
    size: Sized,
    figures: Figures,
) -> None:
    seconds = pytestconfig.getoption("--soak", None) or size(120, 3)
    faults, told = Faults(unanswered=0.02, reset=0.0005), Told()
    process, began = psutil.Process(), monotonic()
    async with faulty_wire(servers.database_url, faults) as url:
        engine = open_engine(url)
        far = BookingCore(engine, redis, clock)
        customers = [
            asyncio.create_task(go_on(one, salon, told, began + seconds, thinks=0.2))
            for one in (far, core)
            for _ in range(CUSTOMERS // 2)
        ]
        # Measured once everything has been used for the first time.
        await asyncio.sleep(min(10, seconds / 4))
        memory, files = process.memory_info().rss, process.num_fds()
        rounds = await go_wrong(redis, servers, figures, began, seconds)
        await asyncio.gather(*customers)
        faults.unanswered = faults.reset = 0
        await engine.dispose()
    grown = (process.memory_info().rss - memory) // MEGABYTE
    figures.note(seconds=seconds, disasters=rounds, cut=faults.cut, resets=faults.resets, grown_mb=grown)
    figures.note(**await must_have_been_true(core, salon, told))
    assert told.versions
    assert grown < GROWTH_MB
    assert process.num_fds() < files + MORE_FILES


async def go_wrong(
    redis: Redis, servers: EmbeddedServers, figures: Figures, began: float, seconds: float
) -> int:
    """One disaster after the other until the day is over; how many there were."""
    disasters: list[Callable[[], Awaitable[object]]] = [
        lambda: killed_and_back(redis, servers),
        lambda: stopped_and_back(servers),
        lambda: asyncio.to_thread(end_connections, servers.database_url),
        redis.flushdb,
    ]
    rounds = 0
    while (left := began + seconds - monotonic()) > 0:
        figures.progress(1 - left / seconds)
        await asyncio.sleep(min(max(left, 0), 10, seconds / 6))
        await random.choice(disasters)()
        rounds += 1
    return rounds
