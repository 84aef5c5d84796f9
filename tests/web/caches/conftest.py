"""An installation in small: two web processes and a worker, each with an application context of its own, on
the same servers."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from functools import partial
from typing import Any, NamedTuple

import httpx
import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.cast import MONDAY
from tests.serving import serving, settings_on
from web.app import create_app
from web.embedded import EmbeddedServers
from web.settings import Settings
from web.worker.worker import run_worker


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
    settings, apps = settings_on(servers), []

    def made(own: Settings) -> Any:
        apps.append(create_app(own, clock=FrozenClock(MONDAY)))
        return apps[-1]

    async with AsyncExitStack() as stack:
        webs = []
        for _ in range(2):
            url = await stack.enter_async_context(serving(settings, made))
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
