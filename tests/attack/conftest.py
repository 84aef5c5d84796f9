"""Attacks have servers of their own, which they may kill."""

from collections.abc import AsyncIterator, Iterator
from itertools import count

import pytest
from msgspec import structs
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine

from booking_core.clock import FrozenClock
from booking_core.core import BookingCore
from booking_core.database import migrate
from booking_core.demo import DemoSalon
from booking_core.invariants import violations
from tests.attack.mutants import Mutant
from tests.conftest import DATA, engine_on, fresh_database, redis_on
from web.embedded import EmbeddedServers, embedded_servers_blocking, is_held


@pytest.fixture(scope="session")
def servers(mutant: Mutant | None) -> Iterator[EmbeddedServers]:
    """Servers that survive being killed, with an empty database: whatever an attack did to the last one is gone."""
    places = (DATA.with_name("attacks") / str(number) for number in count())
    directory = next(place for place in places if not is_held(place))
    with embedded_servers_blocking(directory) as running:
        attacked = structs.replace(running, database_url=fresh_database(running.database_url, "attacked"))
        migrate(attacked.database_url)
        if mutant is not None:
            mutant.breaks(attacked.database_url)
        yield attacked


@pytest.fixture(scope="session")
async def engine(servers: EmbeddedServers) -> AsyncIterator[AsyncEngine]:
    async with engine_on(servers) as engine:
        yield engine


@pytest.fixture(scope="session")
async def redis(servers: EmbeddedServers) -> AsyncIterator[Redis]:
    async with redis_on(servers) as redis:
        yield redis


@pytest.fixture
async def without_redis(engine: AsyncEngine, clock: FrozenClock) -> AsyncIterator[BookingCore]:
    """The core when Redis is away all the time, and PostgreSQL alone decides."""
    nobody = Redis(host="127.0.0.1", port=1, retry=None)
    yield BookingCore(engine, nobody, clock)
    await nobody.aclose()


@pytest.fixture
async def salon(core: BookingCore, salon: DemoSalon) -> AsyncIterator[DemoSalon]:
    """Whatever is done to a salon: at the end of it every invariant holds."""
    yield salon
    async with core.sessions() as session:
        assert await violations(session, salon.organization_id) == []
