"""A web process looks whether anybody works behind it, and says so in the log: a dead worker cannot."""

import asyncio
import logging
from time import monotonic

import psycopg

from agent.turns.backlog import BACKLOG, Backlog
from booking_core.core import BookingCore
from booking_core.errors import DatabaseAway

logger = logging.getLogger("zimun.watch")
LOOKS_EVERY_S = 15.0
SAID_AGAIN_AFTER_S = 60.0


class WorkerWatch:
    """One per web process. ``every_s`` and ``again_s``, between two looks and two complaints of one kind, are
    for tests."""

    def __init__(
        self, core: BookingCore, every_s: float = LOOKS_EVERY_S, again_s: float = SAID_AGAIN_AFTER_S
    ) -> None:
        self._core = core
        self._every_s = every_s
        self._again_s = again_s
        self._said_at = -again_s
        self._complained = False

    async def watch(self) -> None:
        """Until cancelled. A process that begins leaves its worker the time to begin as well."""
        while True:
            await asyncio.sleep(self._every_s)
            try:
                rows = await self._core.look_up(BACKLOG)
            except (DatabaseAway, psycopg.Error, OSError):
                # Readiness tells of that, and so does whoever asks.
                continue
            self._say(Backlog(*rows[0]))

    def _say(self, backlog: Backlog) -> None:
        complaints = backlog.complaints
        if complaints and monotonic() - self._said_at >= self._again_s:
            self._said_at = monotonic()
            logger.error("%s", "; ".join(complaints))
        if self._complained and not complaints:
            logger.warning("a worker is alive, and nothing is given up any more")
        self._complained = bool(complaints)
