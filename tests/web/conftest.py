"""What all doors' tests share, and an installation in small: two web processes and a worker, each with an
application context of its own, on the same servers."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from functools import cache, partial
from typing import Any, NamedTuple

import httpx
import msgspec
import pytest
from jsonschema import Draft202012Validator

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.attack.mutants.mutant import Mutant
from tests.cast import MONDAY
from tests.serving import listening, port_of, serving, settings_on
from web.app import create_app
from web.embedded import EmbeddedServers
from web.settings import Settings
from web.worker.worker import run_worker

CHECK = Draft202012Validator.check_schema


@cache
def check_once(schema: bytes) -> None:
    CHECK(msgspec.json.decode(schema))


@pytest.fixture(scope="session", autouse=True)
def schemas_are_checked_once() -> Iterator[None]:
    """Clients of MCP ask at every connection whether a schema is one, which takes longer than what they do
    there. Answers are held against their schemas each time."""

    def check(schema: Any) -> None:
        check_once(msgspec.json.encode(schema))

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Draft202012Validator, "check_schema", check)
        yield


@pytest.fixture(scope="session")
def servers(servers: EmbeddedServers, mutant: Mutant | None) -> EmbeddedServers:
    """The usual ones, with a protection broken where this run is to show that a test notices."""
    if mutant is not None:
        mutant.breaks_tables(servers.database_url)
    return servers


class Processes(NamedTuple):
    """``apps`` are the applications behind ``webs``, ``worker`` the coroutine of the worker."""

    settings: Settings
    webs: tuple[httpx.AsyncClient, httpx.AsyncClient]
    apps: list[Any]
    worker: Any


class Business(NamedTuple):
    """A salon, and the back office (``core``), which is none of the processes."""

    core: BookingCore
    salon: DemoSalon
    processes: Processes


@pytest.fixture(scope="module")
async def processes(servers: EmbeddedServers) -> AsyncIterator[Processes]:
    with listening() as one, listening() as other:
        private = tuple(f"http://127.0.0.1:{port_of(each)}" for each in (one, other))
    settings, apps = settings_on(servers, private_models=private), []

    def make(own: Settings) -> Any:
        apps.append(create_app(own, clock=FrozenClock(MONDAY)))
        return apps[-1]

    async with AsyncExitStack() as stack:
        webs = []
        for _ in range(2):
            url = await stack.enter_async_context(serving(settings, make))
            webs.append(
                await stack.enter_async_context(partial(httpx.AsyncClient, base_url=url, timeout=20)())
            )
        work = run_worker(settings, clock=FrozenClock(MONDAY))
        working = asyncio.create_task(work)
        yield Processes(settings, (webs[0], webs[1]), apps, work)
        working.cancel()
        await asyncio.wait([working])


@pytest.fixture
def business(core: BookingCore, salon: DemoSalon, processes: Processes) -> Business:
    return Business(core, salon, processes)
