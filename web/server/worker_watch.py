"""A web process looks whether anybody works behind it, and says so in the log, and once by letter: a dead
worker cannot."""

import asyncio
import logging
from time import monotonic
from typing import Protocol

import psycopg

from agent.turns.backlog import BACKLOG, Backlog
from booking_core.core import BookingCore
from booking_core.errors import DatabaseAway

logger = logging.getLogger("zimun.watch")
LOOKS_EVERY_S = 15.0
SAID_AGAIN_AFTER_S = 60.0
# A worker that is replaced by a newer one is away for less.
LETTER_AFTER_S = 60.0


class ComplaintLetter(Protocol):
    """What says it to somebody who is not looking at a log."""

    async def send(self, complaint: str) -> None: ...

    async def forget(self) -> None: ...


class WorkerWatch:
    """One per web process. ``every_s`` between two looks and ``letter_after_s`` before the letter are for
    tests."""

    def __init__(
        self,
        core: BookingCore,
        letter: ComplaintLetter | None = None,
        every_s: float = LOOKS_EVERY_S,
        letter_after_s: float = LETTER_AFTER_S,
    ) -> None:
        self._core = core
        self._letter = letter
        self._letter_after_s = letter_after_s
        self._away_since: float | None = None
        self._is_told = False
        self._every_s = every_s
        self._said_at = -SAID_AGAIN_AFTER_S
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
            backlog = Backlog(*rows[0])
            self._say(backlog)
            await self._write(backlog)

    async def _write(self, backlog: Backlog) -> None:
        """The letter, once nobody has worked for a while; another only after somebody has."""
        if backlog.is_worked:
            if self._letter is not None and self._away_since is not None:
                await self._letter.forget()
            self._away_since, self._is_told = None, False
            return
        self._away_since = monotonic() if self._away_since is None else self._away_since
        is_due = monotonic() - self._away_since >= self._letter_after_s
        if self._letter is not None and is_due and not self._is_told:
            self._is_told = True
            await self._letter.send("; ".join(backlog.complaints))

    def _say(self, backlog: Backlog) -> None:
        complaints = backlog.complaints
        if complaints and monotonic() - self._said_at >= SAID_AGAIN_AFTER_S:
            self._said_at = monotonic()
            logger.error("%s", "; ".join(complaints))
        if self._complained and not complaints:
            logger.warning("a worker is alive, and nothing is given up any more")
        self._complained = bool(complaints)
