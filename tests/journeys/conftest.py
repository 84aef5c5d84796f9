"""A whole Zimun for browsers: a web server and a worker on a database of their own, and a shop that pasted
the snippet."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator, Sequence

import pytest
from msgspec import structs
from playwright.async_api import Browser
from sqlalchemy.ext.asyncio import AsyncEngine

from agent.models.protocol import Model
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon, demo_salon
from booking_core.storage.database import open_engine
from booking_core.time.clock import SystemClock
from tests.attack.mutants.mutant import Mutant
from tests.journeys.cast.album import Album
from tests.journeys.cast.arrivals import Arrivals
from tests.journeys.cast.shop import Shop, shop_with_snippet_of
from tests.places import TABLES, fresh_database
from tests.serving import listening, port_of, serve, settings_on
from web.app import create_app
from web.embedded import EmbeddedServers
from web.settings import Settings
from web.worker.worker import run_worker


@pytest.fixture(scope="package")
def database_url(servers: EmbeddedServers, mutant: Mutant | None) -> str:
    """A database that is the journeys' alone: a worker takes every turn it finds, also those other tests left
    behind."""
    address = fresh_database(servers.database_url, "journeys", template=TABLES)
    if mutant is not None:
        mutant.breaks_tables(address)
    return address


@pytest.fixture(scope="package")
async def engine(database_url: str) -> AsyncIterator[AsyncEngine]:
    engine = open_engine(database_url)
    yield engine
    await engine.dispose()


@pytest.fixture
def clock() -> SystemClock:
    """Browsers count down by real time."""
    return SystemClock()


@pytest.fixture(scope="package")
def listener() -> Iterator[socket.socket]:
    with listening() as listener:
        yield listener


@pytest.fixture(scope="package")
def settings(servers: EmbeddedServers, database_url: str, listener: socket.socket) -> Settings:
    # Pages stand on 127.0.0.1, so that for a browser our own address is another site's.
    own = structs.replace(servers, database_url=database_url)
    return settings_on(own, public_url=f"http://localhost:{port_of(listener)}")


@pytest.fixture(scope="package")
async def ours(settings: Settings, listener: socket.socket) -> AsyncIterator[str]:
    """The address of our server."""
    async with serve(listener, create_app(settings), settings):
        yield settings.public_url


@pytest.fixture
def models() -> Sequence[Model]:
    """Whom the worker asks before the built-in receptionist: nobody, unless a journey says otherwise."""
    return ()


@pytest.fixture
async def worker(settings: Settings, models: Sequence[Model]) -> AsyncIterator[None]:
    working = asyncio.create_task(run_worker(settings, models=models))
    yield
    working.cancel()
    await asyncio.wait([working])


@pytest.fixture(scope="package")
def shop(ours: str) -> Iterator[Shop]:
    with shop_with_snippet_of(ours) as shop:
        yield shop


@pytest.fixture
async def lavender(core: BookingCore) -> DemoSalon:
    """The salon of the demo website."""
    async with core.sessions() as session, session.begin():
        return await demo_salon(session)


@pytest.fixture
async def arrivals(browser: Browser) -> AsyncIterator[Arrivals]:
    """People arrive with browsers of their own. Their pages must not complain: no error, no breach of a
    policy."""
    arrivals = Arrivals(browser, Album.of_this_run())
    yield arrivals
    await arrivals.leave()
    assert arrivals.complaints == []
