"""Attacks have a database of their own, which mutants break. Those that kill servers have their own servers
(`outages/`)."""

from collections.abc import AsyncIterator

import pytest
from msgspec import structs
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.maintenance.invariants import violations
from booking_core.time.clock import FrozenClock
from tests import conftest as usual
from tests.attack.mutants.mutant import BROKEN, Mutant
from tests.cast import Visitor, at
from tests.places import TABLES, fresh_database
from web.embedded import EmbeddedServers


@pytest.fixture(scope="session")
def servers(servers: EmbeddedServers, mutant: Mutant | None) -> EmbeddedServers:
    """An empty database beside everybody else's: jobs and customers of other tests are not in the way."""
    address = fresh_database(servers.database_url, "attacked", template=TABLES)
    if mutant is not None:
        mutant.breaks_tables(address)
    return structs.replace(servers, database_url=address)


@pytest.fixture(autouse=True)
async def whoever_is_alone_books(core: BookingCore, mutant: Mutant | None) -> None:
    """A mutant breaks a protection and nothing else: where nobody can book at all, every attack would fail,
    and mean nothing by it."""
    if mutant is None:
        return
    try:
        alone = Visitor(core, await usual.new_salon(core), "Ada")
        await alone.cancels(await alone.moves(await alone.books("Haircut", at(1, 10)), at(2, 10)))
    except Exception as error:
        pytest.exit(f"Nobody can book any more: {error!r}", returncode=BROKEN)


# The usual ones once more: here they are of the attacks' database.
engine, redis = usual.engine, usual.redis


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
    async with core.sessions() as session, session.begin():
        assert await violations(session, salon.organization_id) == []
