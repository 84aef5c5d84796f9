"""The demo in small: one day of conversations and a few of bookings, in a salon of its own."""

from collections.abc import AsyncIterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from msgspec import structs
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine

from agent.verification.one_time_codes import OneTimeCodes
from booking_core.core import BookingCore
from booking_core.maintenance.demo_words import translate_demo
from booking_core.storage.database import open_reading_engine
from booking_core.time.clock import FrozenClock
from tests.attack.options import Sized
from tests.conftest import new_salon
from web.demo.day_plan import BOOKED_AHEAD_DAYS
from web.demo.play import DAYS_BEHIND, DemoLife, play
from web.demo.played_salon import Servers
from web.embedded import EmbeddedServers

BERLIN = ZoneInfo("Europe/Berlin")
# A Thursday, when everybody works.
NOW = datetime(2026, 9, 17, 15, 30, tzinfo=BERLIN)


@pytest.fixture(scope="module")
async def played_on(servers: EmbeddedServers, engine: AsyncEngine, redis: Redis) -> AsyncIterator[Servers]:
    reads = open_reading_engine(servers.database_url)
    yield Servers(engine, reads, redis)
    await reads.dispose()


@pytest.fixture
async def life(core: BookingCore) -> DemoLife:
    return await new_life(core)


@pytest.fixture(scope="module")
async def played(engine: AsyncEngine, redis: Redis, played_on: Servers, size: Sized) -> DemoLife:
    """One that has been played, for tests that look at it."""
    days_behind, booked_ahead = size(DAYS_BEHIND, 2), size(BOOKED_AHEAD_DAYS, 2)
    life = await new_life(BookingCore(engine, redis, FrozenClock(NOW)), days_behind, booked_ahead)
    assert await play(played_on, life, NOW)
    return life


async def new_life(core: BookingCore, days_behind: int = 1, booked_ahead: int = 1) -> DemoLife:
    salon = await new_salon(core)
    async with core.sessions() as session, session.begin():
        await translate_demo(session, salon)
    return structs.replace(
        DemoLife(salon, BERLIN, OneTimeCodes(), lambda link: f"token of {link}", "http://localhost/demo"),
        days_behind=days_behind,
        booked_ahead=booked_ahead,
        # People sign in with an address once in a database.
        mail_domain=f"{salon.organization_id.removeprefix('o_').lower()}.example",
    )
