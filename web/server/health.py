"""Health: whether this process lives, and whether it can do its work.

Readiness is asked by anybody, so it costs one look a second however often it is asked, and answers within a
few seconds whatever PostgreSQL does.
"""

import asyncio
from time import monotonic

from litestar import Response, Router, get
from litestar.di import NamedDependency
from redis.exceptions import RedisError

from agent.turns.backlog import BACKLOG
from booking_core.core import BookingCore
from booking_core.errors import DatabaseAway
from booking_core.maintenance.readiness import check_writing
from booking_core.storage.hosts.outages import is_trouble

GOOD_FOR_S = 1.0
ANSWERED_WITHIN_S = 4.5
UNAVAILABLE = {"status": "unavailable", "postgresql": "away"}


class Readiness:
    """What this process knows of what it needs. One look at a time, and everybody who asks meanwhile is told
    what it finds."""

    def __init__(self, core: BookingCore) -> None:
        self._core = core
        self._looking: asyncio.Task[dict[str, str]] | None = None
        self._good_until = 0.0

    async def look(self) -> dict[str, str]:
        """``status`` is ``ok``, ``degraded`` where something else is named that is away, or ``unavailable``
        without PostgreSQL."""
        if self._looking is None or (self._looking.done() and monotonic() >= self._good_until):
            self._looking = asyncio.create_task(self._look(), name="readiness")
        # Not cancelled when time is up: the driver would wait for an answer once more before it let go.
        await asyncio.wait((self._looking,), timeout=ANSWERED_WITHIN_S)
        return self._looking.result() if self._looking.done() else UNAVAILABLE

    async def _look(self) -> dict[str, str]:
        try:
            found = await self._find()
        finally:
            self._good_until = monotonic() + GOOD_FOR_S
        return found

    async def _find(self) -> dict[str, str]:
        try:
            await check_writing(self._core)
            [backlog] = await self._core.look_up(BACKLOG)
        except Exception as error:
            if not (is_trouble(error) or isinstance(error, (DatabaseAway, OSError))):
                raise
            return UNAVAILABLE
        away = {} if backlog.is_worked else {"worker": "away"}
        if backlog.turns_given_up or backlog.jobs_given_up:
            away["given_up"] = "see `zimun stuck`"
        try:
            await self._core.redis.ping()
        except (RedisError, OSError):
            away["redis"] = "away"
        return {"status": "degraded" if away else "ok", **away}


@get("/live")
async def live() -> dict[str, str]:
    return {"status": "ok"}


@get("/ready")
async def ready(readiness: NamedDependency[Readiness]) -> Response[dict[str, str]]:
    """503 where PostgreSQL cannot be written to.

    Without Redis no times can be held, without a worker no reply is written and no letter sent, and turns or
    jobs may have been given up: ``degraded``, with 200, because everything else goes on, and no other web
    process would do better.
    """
    found = await readiness.look()
    return Response(found, status_code=503 if found["status"] == "unavailable" else 200)


ROUTER = Router("/health", route_handlers=[live, ready])
