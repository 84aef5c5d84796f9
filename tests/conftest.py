"""What every test stands on: real PostgreSQL, real Redis, a clock that stands still, and a salon of its
own."""

import gc

# Before the rest is imported, which is a third of the work less then. `pytest_collection` turns it on again.
gc.disable()

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

import pytest
import uvloop
from hypothesis import HealthCheck, settings
from playwright.async_api import Browser, async_playwright, expect
from redis.asyncio import Redis
from sqlalchemy import Engine
from sqlalchemy.ext.asyncio import AsyncEngine

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon, build_salons
from booking_core.storage.database import open_engine
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.attack.options import (  # noqa: F401 - every test may have two sizes and be shown a mutant
    broken_code,
    choose_sized,
    figures,
    full,
    mutant,
    pytest_addoption,
    pytest_sessionfinish,
    pytest_terminal_summary,
    size,
)
from tests.cast import MONDAY, Visitor
from tests.journeys.chromium import FLAGS, chromium
from tests.places import servers_in
from web.context import open_redis
from web.embedded import EmbeddedServers
from web.server.gc_tuning import LOOKS_EVERY

# The loop of production, which does the same in three quarters of the time.
asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
# A machine with other work is slow, not broken; whoever waits for what never comes still finds out.
expect.set_options(timeout=20_000)
PATIENCE = 5.0
# Nor is a machine that makes or tries examples slowly a wrong property.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
# Places whose tests wait for processes, browsers or clocks, those that wait longest first; the last is
# everything else.
LONG = (
    "tests/attack/outages/",
    "tests/webhooks/test_killed_worker.py",
    "tests/web/api/description/test_fuzzing.py",
    "tests/journeys/",
    "tests/operations/",
    "tests/attack/",
    "tests/evaluation/",
    "tests/web/console/",
    "tests/widget/",
    "tests/web/",
    "tests/booking_core/back_office/changes/",
    "tests/agent/rules/",
    "",
)


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are processors: in a third of its time each waits for somebody else."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where several processes share a run, what takes long begins first, so that none is left alone with it
    in the end."""
    choose_sized(config, items)
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: next(n for n, place in enumerate(LONG) if item.nodeid.startswith(place)))


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """What is imported and collected lasts as long as the process: it is not looked through for garbage, then
    or later, and the rest as rarely as in production."""
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(LOOKS_EVERY, *gc.get_threshold()[1:])
        gc.enable()


@pytest.fixture(scope="session")
def servers() -> Iterator[EmbeddedServers]:
    """What they write may be lost in a power cut."""
    with servers_in("tests", durable=False) as running:
        yield running


@pytest.fixture(scope="session")
async def engine(servers: EmbeddedServers) -> AsyncIterator[AsyncEngine]:
    engine = open_engine(servers.database_url)
    yield engine
    await engine.dispose()


@pytest.fixture(scope="session")
async def redis(servers: EmbeddedServers) -> AsyncIterator[Redis]:
    redis = open_redis(servers.redis_url, PATIENCE)
    yield redis
    await redis.aclose()


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One browser for everybody; each test opens pages that know nothing of each other."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield browser
        await browser.close()


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock(MONDAY)


@pytest.fixture
def core(engine: AsyncEngine, redis: Redis, clock: FrozenClock) -> BookingCore:
    return BookingCore(engine, redis, clock)


@pytest.fixture
async def salon(core: BookingCore) -> DemoSalon:
    return await new_salon(core)


@pytest.fixture
async def other_salon(core: BookingCore) -> DemoSalon:
    return await new_salon(core)


@pytest.fixture
def ada(core: BookingCore, salon: DemoSalon) -> Visitor:
    return Visitor(core, salon, "Ada")


@pytest.fixture
def ben(core: BookingCore, salon: DemoSalon) -> Visitor:
    return Visitor(core, salon, "Ben")


@dataclass
class SalonStock:
    """Salons of a database that no test has yet; ``built`` is how many were built the last time."""

    unused: list[DemoSalon] = field(default_factory=list)
    built: int = 0


STOCKS: WeakKeyDictionary[Engine, SalonStock] = WeakKeyDictionary()


async def new_salon(core: BookingCore) -> DemoSalon:
    """Each test has its own: what one organization does, no other sees. Where many are asked for, they are
    built together, which costs a quarter."""
    stock = STOCKS.setdefault(core.sessions.kw["bind"].sync_engine, SalonStock())
    if not stock.unused:
        stock.built = min(2 * stock.built + 1, 31)
        names = [f"Salon {new_id('test')}" for _ in range(stock.built)]
        async with core.sessions() as session, session.begin():
            stock.unused += await build_salons(session, names)
    return stock.unused.pop()
