"""Plays the demo on the servers of the settings, with patience for a machine that is busy."""

import asyncio
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from agent.turns.turn import DATABASE_ERRORS
from booking_core.catalogue.locations import Location
from booking_core.errors import Unavailable
from booking_core.maintenance.demo import DemoSalon, find_demo
from booking_core.storage.database import open_engine, open_reading_engine
from booking_core.time import public_holidays
from booking_core.time.clock import SystemClock
from web.context import open_redis
from web.demo.play import DemoLife, play
from web.demo.played_salon import Servers
from web.jobs.mail import codes_of
from web.secrets.calendar_keys import calendar_links_of
from web.secrets.team_links import TeamLinks
from web.settings import Settings

CONNECTIONS = 4
# A machine that has just begun is slow, and says so as if its servers were away.
TRIES, PAUSE_SECONDS = 6, 3.0


async def play_demo(settings: Settings) -> None:
    """Until now, if there is a demo here. Raises one of ``DATABASE_ERRORS`` where the servers stay away."""
    public_holidays.make_ready()
    engine = open_engine(settings.database_url, pool_size=CONNECTIONS)
    reads = open_reading_engine(settings.database_url, pool_size=CONNECTIONS)
    redis = open_redis(settings.redis_url)
    servers = Servers(engine, reads, redis, calendar_links_of(settings))
    try:
        for left in reversed(range(TRIES)):
            try:
                return await _play_until_now(servers, settings)
            except (*DATABASE_ERRORS, Unavailable):
                if not left:
                    raise
            await asyncio.sleep(PAUSE_SECONDS)
    finally:
        await redis.aclose()
        await engine.dispose()
        await reads.dispose()


async def _play_until_now(servers: Servers, settings: Settings) -> None:
    async with AsyncSession(servers.engine) as session:
        salon = await find_demo(session)
        if salon is None:
            return
        zone = await _zone_of(session, salon)
    life = DemoLife(
        salon, zone, codes_of(settings), TeamLinks.of(settings).token, f"{settings.public_url}/demo"
    )
    await play(servers, life, SystemClock().now())


async def _zone_of(session: AsyncSession, salon: DemoSalon) -> ZoneInfo:
    return ZoneInfo((await session.get_one(Location, salon.location_id)).time_zone)
