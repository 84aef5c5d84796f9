"""Engine, Redis and loop of a machine of its own, and connections that are lost at its commits."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

import psycopg
from redis.asyncio import Redis
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker
from sqlalchemy.orm import Session

from booking_core.core import BookingCore
from booking_core.storage.database import open_engine
from web.embedded import EmbeddedServers

T = TypeVar("T")
BEFORE, AFTER = "before the commit", "after the commit"
FAULTS = (None, None, None, BEFORE, AFTER)


class House:
    """A loop, an engine and Redis of the machines' own: they run outside of the tests' loop."""

    def __init__(self, servers: EmbeddedServers) -> None:
        self.runner = asyncio.Runner()
        self.engine: AsyncEngine = open_engine(servers.database_url)
        self.redis = Redis.from_url(servers.redis_url)
        self.steps = 0

    def run(self, deed: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(deed)

    def close(self) -> None:
        self.run(self.redis.aclose())
        self.run(self.engine.dispose())
        self.runner.close()


class Fault:
    """The connection is lost at the next commit: before it, or with its answer."""

    def __init__(self, core: BookingCore) -> None:
        self.next: str | None = None

        class Failing(Session): ...

        event.listen(Failing, "before_commit", lambda _: self._strikes(BEFORE))
        event.listen(Failing, "after_commit", lambda _: self._strikes(AFTER))
        core.sessions = async_sessionmaker(
            core.engine, expire_on_commit=False, autoflush=False, sync_session_class=Failing
        )

    def _strikes(self, moment: str) -> None:
        if self.next == moment:
            self.next = None
            raise psycopg.OperationalError("The connection was lost.")
