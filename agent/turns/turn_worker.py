"""The turn worker: runs queued turns, and those of workers that died.

Places are shared fairly: while others wait, a conversation gives its place back after each turn, and the next
place goes to the address with the fewest turns running.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress

from agent.conversation.turn_queue import CHANNEL, addresses_of, record_heartbeat, release_leases
from agent.turns.turn import DATABASE_ERRORS, TurnRunner
from booking_core.storage.hosts.connections import SOCKET, DatabaseHost, connection_to

logger = logging.getLogger("zimun.turns")
# Turns at once per worker; they spend most of their time waiting for providers.
AT_ONCE = 20
# After five missed heartbeats other workers take over the leases.
HEARTBEAT_SECONDS = 1.0
# After so many silent seconds the listening connection is checked. The queue is polled every second anyway.
CONNECTION_CHECK_SECONDS = 10.0
# So many of the waiting conversations, first come first, are compared for a fair order.
MOST_CANDIDATES = 200
# Running turns have so many seconds to end when the worker stops; the rest go to other workers.
SHUTDOWN_SECONDS = 5.0


class TurnWorker:
    """Runs turns, at most ``at_once``. It listens for new ones on a connection of its own to
    ``database_url``."""

    def __init__(self, turns: TurnRunner, database_url: str, at_once: int = AT_ONCE) -> None:
        self._turns = turns
        self._database_url = database_url
        self._at_once = at_once
        self._running: dict[str, asyncio.Task[None]] = {}
        # Conversations that wait for a place, in the order they came.
        self._waiting: dict[str, None] = {}
        # Conversations that gave their place back with turns left.
        self._unfinished: set[str] = set()
        self._is_stopping = False

    async def work(self) -> None:
        """Run until cancelled. Running turns then get a few seconds to end, and all leases are released."""
        working = [asyncio.create_task(self._listen()), asyncio.create_task(self._poll())]
        try:
            # ``wait`` does not cancel these tasks with this one: heartbeats go on while turns end.
            ended, _ = await asyncio.wait(working, return_when=asyncio.FIRST_EXCEPTION)
            for task in ended:
                task.result()
        finally:
            self._is_stopping = True
            if self._running:
                await asyncio.wait(self._running.values(), timeout=SHUTDOWN_SECONDS)
            left = [*self._running.values(), *working]
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)
            with suppress(*DATABASE_ERRORS):
                await release_leases(self._turns.core, self._turns.worker_id)

    async def _listen(self) -> None:
        while True:
            try:
                async with aclosing(listen_for_turns(self._database_url)) as conversation_ids:
                    async for conversation_id in conversation_ids:
                        self._start(conversation_id)
            except DATABASE_ERRORS as error:
                logger.warning("nobody tells of new turns: %s", type(error).__name__)
            await asyncio.sleep(HEARTBEAT_SECONDS)

    async def _poll(self) -> None:
        """Look every second for turns whose notification was lost, that failed, or whose worker died."""
        while True:
            try:
                for conversation_id in await record_heartbeat(self._turns.core, self._turns.worker_id):
                    self._start(conversation_id)
            except DATABASE_ERRORS as error:
                logger.warning("waiting turns cannot be looked for: %s", type(error).__name__)
            await asyncio.sleep(HEARTBEAT_SECONDS)

    def _start(self, conversation_id: str) -> None:
        """Run the turns of a conversation, or let it wait for a place or for the end of its running turn."""
        if self._is_stopping:
            return
        if conversation_id in self._running or len(self._running) >= self._at_once:
            self._waiting[conversation_id] = None
            return
        self._waiting.pop(conversation_id, None)
        self._running[conversation_id] = asyncio.create_task(self._run_turns(conversation_id), name="a turn")

    async def _run_turns(self, conversation_id: str) -> None:
        goes_on = conversation_id in self._unfinished
        self._unfinished.discard(conversation_id)
        try:
            if await self._turns.take(conversation_id, goes_on=goes_on, may_go_on=self._nobody_else_waits):
                self._unfinished.add(conversation_id)
                # To the end of the line.
                self._waiting.pop(conversation_id, None)
                self._waiting[conversation_id] = None
        except DATABASE_ERRORS as error:
            # The lease stays, so that the next poll tries again.
            logger.warning("a turn could not be ended: %s", type(error).__name__)
        except Exception:
            logger.exception("a turn ended with an apology")
        finally:
            await self._start_next(conversation_id)

    async def _start_next(self, ended: str) -> None:
        """Give the place of an ended conversation to the next in fair order. The place is kept until that is
        known, so that no newcomer takes it."""
        waiting: list[str] = []
        try:
            if not self._is_stopping:
                waiting = await self._fair_order(ended)
        finally:
            del self._running[ended]
        wanted = next((one for one in waiting if one not in self._running), None)
        if wanted is not None:
            self._start(wanted)

    def _nobody_else_waits(self) -> bool:
        return all(one in self._running for one in self._waiting)

    async def _fair_order(self, ended: str) -> list[str]:
        """The waiting conversations: those of addresses with the fewest running turns first, then as they
        came."""
        waiting = [one for one in self._waiting if one == ended or one not in self._running][:MOST_CANDIDATES]
        if len(waiting) < 2:
            return waiting
        others = [one for one in self._running if one != ended]
        try:
            addresses = await addresses_of(self._turns.core, [*waiting, *others])
        except DATABASE_ERRORS:
            return waiting
        in_hand: Counter[str] = Counter(addresses.get(one, one) for one in others)

        def share(one: str) -> int:
            return in_hand[addresses.get(one, one)]

        return sorted(waiting, key=share)


async def listen_for_turns(database_url: str) -> AsyncGenerator[str, None]:
    """The ids of conversations as turns are queued for them. Raises ``OperationalError`` when PostgreSQL is
    gone."""
    connection = await connection_to(DatabaseHost()).connect(database_url, autocommit=True, **SOCKET)
    async with connection:
        await connection.execute(f"LISTEN {CHANNEL}")
        while True:
            async with aclosing(connection.notifies(timeout=CONNECTION_CHECK_SECONDS)) as notices:
                async for notice in notices:
                    yield notice.payload
            # A host that is gone is as silent as a quiet one: only a query tells.
            await connection.execute("SELECT 1")
