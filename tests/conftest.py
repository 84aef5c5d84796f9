"""What every test stands on: real PostgreSQL, real Redis, a clock that stands still, and a salon of its own."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest
from msgspec import structs
from playwright.async_api import Browser, async_playwright, expect
from psycopg import sql
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine

from booking_core.clock import FrozenClock
from booking_core.core import BookingCore
from booking_core.database import migrate, open_engine
from booking_core.demo import DemoSalon, demo_salon
from booking_core.ids import new_id
from tests.attack.options import (  # noqa: F401 - every test may have two sizes and be shown a mutant
    figures,
    full,
    mutant,
    pytest_addoption,
    pytest_collection_modifyitems,
    pytest_terminal_summary,
    size,
)
from tests.cast import MONDAY, Visitor
from tests.journeys.chromium import FLAGS, chromium
from web.dependencies import open_redis
from web.embedded import EmbeddedServers, embedded_servers_blocking, is_held

# A machine with other work is slow, not broken; whoever waits for what never comes still finds out.
expect.set_options(timeout=20_000)
PATIENCE = 5.0
DATA = Path(__file__).resolve().parent.parent / ".data" / "tests"


@pytest.fixture(scope="session")
def servers() -> Iterator[EmbeddedServers]:
    """Real servers on a directory of the tests' own; what they write may be lost. Two runs at once take one each.

    The database is new: jobs that a broken-off run has left would be done first.
    """
    directory = next(DATA / str(number) for number in count() if not is_held(DATA / str(number)))
    with embedded_servers_blocking(directory, durable=False) as running:
        own = structs.replace(running, database_url=fresh_database(running.database_url, "tested"))
        migrate(own.database_url)
        yield own


def fresh_database(url: str, name: str) -> str:
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in ("DROP DATABASE IF EXISTS {} WITH (FORCE)", "CREATE DATABASE {}"):
            connection.execute(sql.SQL(statement).format(sql.Identifier(name)))
    return f"{url.rpartition('/')[0]}/{name}"


@asynccontextmanager
async def engine_on(servers: EmbeddedServers) -> AsyncIterator[AsyncEngine]:
    engine = open_engine(servers.database_url)
    yield engine
    await engine.dispose()


@asynccontextmanager
async def redis_on(servers: EmbeddedServers) -> AsyncIterator[Redis]:
    redis = open_redis(servers.redis_url, PATIENCE)
    yield redis
    await redis.aclose()


@pytest.fixture(scope="session")
async def engine(servers: EmbeddedServers) -> AsyncIterator[AsyncEngine]:
    async with engine_on(servers) as engine:
        yield engine


@pytest.fixture(scope="session")
async def redis(servers: EmbeddedServers) -> AsyncIterator[Redis]:
    async with redis_on(servers) as redis:
        yield redis


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


async def new_salon(core: BookingCore) -> DemoSalon:
    """Each test has its own: what one organization does, no other sees."""
    async with core.sessions() as session, session.begin():
        return await demo_salon(session, name=f"Salon {new_id('test')}")
