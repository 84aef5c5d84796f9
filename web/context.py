"""The process context that handlers and jobs are given: booking core, reception, stream; one of each, opened
and closed with the app."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from litestar import Litestar
from redis.asyncio import BlockingConnectionPool, Redis
from redis.maint_notifications import MaintNotificationsConfig

from agent.intake.reception import Reception
from agent.live_stream.event_notifier import EventNotifier
from agent.live_stream.stream import ConversationLog
from booking_core.core import BookingCore
from booking_core.storage.database import POOL_SIZE, open_engine, open_reading_engine
from booking_core.storage.hosts.connections import DatabaseHost
from booking_core.time.clock import Clock, SystemClock
from web.jobs.mail import codes_of
from web.jobs.worker_letter import worker_letter
from web.secrets.calendar_keys import calendar_links_of
from web.server.worker_watch import WorkerWatch
from web.settings import Settings

# Waits for a free connection instead of refusing; more than this many at once gain nothing on one Redis.
REDIS_CONNECTIONS = 32
# A Redis that does not answer is treated as away: PostgreSQL goes on deciding.
REDIS_PATIENCE = 1.0


def open_redis(redis_url: str, patience: float = REDIS_PATIENCE) -> Redis:
    """``patience`` is how many seconds a connection, and an answer, may take."""
    pool = BlockingConnectionPool.from_url(
        redis_url,
        max_connections=REDIS_CONNECTIONS,
        timeout=patience,
        socket_timeout=patience,
        socket_connect_timeout=patience,
        # Ready for such notices the driver hands out connections that a restarted Redis has closed, and each
        # fails once.
        maint_notifications_config=MaintNotificationsConfig(enabled=False),
    )
    return Redis.from_pool(pool)


class AppContext:
    """Everything a process works with."""

    def __init__(self, settings: Settings, clock: Clock | None = None, visits: int = POOL_SIZE) -> None:
        """``visits`` is how many connections they may have at once."""
        self.settings = settings
        postgresql = DatabaseHost()
        self.engine = open_engine(settings.database_url, pool_size=visits, host=postgresql)
        self.reads = open_reading_engine(settings.database_url, host=postgresql)
        self.redis = open_redis(settings.redis_url)
        self.core = BookingCore(self.engine, self.redis, clock or SystemClock(), self.reads)
        self.core.calendar_links = calendar_links_of(settings)
        self.log = ConversationLog(self.redis)
        self.reception = Reception(self.core, self.log, codes_of(settings))
        self.notifier = EventNotifier(self.redis)

    async def close(self) -> None:
        await self.redis.aclose()
        await self.engine.dispose()
        await self.reads.dispose()

    @asynccontextmanager
    async def lifespan(self, _: Litestar) -> AsyncIterator[None]:
        await self.notifier.open()
        watching = asyncio.create_task(
            WorkerWatch(self.core, worker_letter(self.settings, self.redis)).watch(), name="worker watch"
        )
        try:
            yield
        finally:
            watching.cancel()
            await asyncio.wait((watching,))
            await self.notifier.close()
            await self.close()
