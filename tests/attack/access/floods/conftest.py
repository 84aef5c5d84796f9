"""A salon whose booking rules are tight, and what floods of it are made of."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from functools import partial
from itertools import cycle, product
from typing import Any

import httpx
import pytest
from msgspec import structs
from sqlalchemy import update

from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.settings.booking_rules import BookingRules
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.attack.options import Sized
from tests.cast import MONDAY
from tests.serving import NO_TLS, serving, settings_on
from tests.web.api.conftest import program_of
from tests.web.mcp.conftest import allows
from web.app import create_app
from web.embedded import EmbeddedServers
from web.worker.worker import run_worker

# Few enough that a short flood meets every cap.
FEW = BookingRules(upcoming_per_contact=2, upcoming_per_address=3, upcoming_per_conversation=2)
USUAL = BookingRules()


@pytest.fixture(scope="module")
async def url(servers: EmbeddedServers) -> AsyncIterator[str]:
    """An application behind a proxy it trusts, and a worker."""
    settings = settings_on(servers, trusted_proxies=("127.0.0.1",))
    working = asyncio.create_task(run_worker(settings, clock=FrozenClock(MONDAY)))
    async with serving(settings, partial(create_app, clock=FrozenClock(MONDAY))) as url:
        yield url
    working.cancel()
    await asyncio.wait([working])


@pytest.fixture
def rules(full: bool) -> BookingRules:
    return USUAL if full else FEW


@pytest.fixture
async def limited(core: BookingCore, salon: DemoSalon, rules: BookingRules) -> DemoSalon:
    """The salon with an MCP door for everybody and those rules."""
    await allows(core, salon, anonymous_booking=True)
    await set_rules(core, salon, rules)
    return salon


@pytest.fixture
def starts() -> Iterator[str]:
    """Times to write in a message, another one each time."""
    days = [f"{day} November" for day in range(24, 29)] + [f"{day} December" for day in range(1, 20)]
    return cycle(f"{day} at {hour}" for hour, day in product((10, 11, 13, 14, 15, 16, 17), days))


@pytest.fixture
async def slots(url: str, core: BookingCore, salon: DemoSalon, size: Sized) -> Iterator[dict[str, Any]]:
    """Free times of some days, those of one person far enough from each other; in the end from the
    beginning."""
    days = [f"2026-11-{day}" for day in range(24, 29)] + [f"2026-12-{day:02}" for day in range(1, 20)]
    found: list[dict[str, Any]] = []
    async with httpx.AsyncClient(verify=NO_TLS, base_url=url, timeout=60) as http:
        program = await program_of(http, core, salon)
        for day in days[: size(len(days), 3)]:
            found += (await program.slots(day=day, limit=300))[::3]
    return cycle(found)


async def set_rules(core: BookingCore, salon: DemoSalon, rules: BookingRules) -> None:
    async with core.sessions() as session, session.begin():
        await session.execute(
            update(Organization)
            .where(Organization.id == salon.organization_id)
            .values(booking_rules=structs.asdict(rules))
        )
