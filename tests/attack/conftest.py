"""Attacks have servers of their own, which they may kill, and two sizes: reduced, and as large as `--full` makes them."""

from collections.abc import AsyncIterator, Callable, Iterator
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
from tests.attack.figures import Figures
from tests.attack.mutants import MUTANTS, Mutant
from tests.conftest import DATA, engine_on, fresh_database, redis_on
from web.embedded import EmbeddedServers, embedded_servers_blocking, is_held

FULL_LASTS_AT_MOST = 900
FIGURES = pytest.StashKey[list[str]]()
Sized = Callable[[int, int], int]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="run attacks at their full size and print figures")
    parser.addoption("--soak", type=int, default=None, help="how many seconds the soak lasts")
    parser.addoption(
        "--mutant", choices=[mutant.name for mutant in MUTANTS], help="break one protection first"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--full", False):
        for item in items:
            item.add_marker(pytest.mark.timeout(FULL_LASTS_AT_MOST))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config
) -> None:
    if config.getoption("--full", False):
        for line in config.stash.get(FIGURES, []):
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def full(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--full", False))


@pytest.fixture(scope="session")
def size(full: bool) -> Sized:
    """The first number at full size, the second in everyday runs."""

    def sized(large: int, reduced: int) -> int:
        return large if full else reduced

    return sized


@pytest.fixture
def figures(request: pytest.FixtureRequest, full: bool) -> Iterator[Figures]:
    figures = Figures(request.node.name, shown=full)
    yield figures
    request.config.stash.setdefault(FIGURES, []).append(figures.line())


@pytest.fixture(scope="session")
def mutant(pytestconfig: pytest.Config) -> Mutant | None:
    """The protection that is broken on purpose in this run, if any: attacks must then fail."""
    name = pytestconfig.getoption("--mutant", None)
    return next((one for one in MUTANTS if one.name == name), None)


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
