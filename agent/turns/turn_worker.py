"""A shift: a worker takes the turns that wait, from being told of them to going home, and those of workers
that died.

Nobody keeps a worker for themselves: while others wait, a conversation gives its place back after each turn,
and the next place is for whoever waits at the address that has fewest.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress

from agent.conversation.turn_queue import CHANNEL, addresses_of, record_heartbeat, release_leases
from agent.turns.turn import DATABASE_ERRORS, TurnRunner
from booking_core.storage.connections import SOCKET, Host, connection_to

logger = logging.getLogger("zimun.turns")
# Turns wait for providers most of their time.
AT_ONCE = 20
# After five of these without a word a worker's turns are another's.
HEARTBEAT_SECONDS = 1.0
# Whoever listens asks after so much silence whether there is anybody to listen to; turns are looked for every
# second anyway.
CONNECTION_CHECK_SECONDS = 10.0
# Of those that wait, so many who came first are looked through for the one whose turn it is.
MOST_CANDIDATES = 200
# What is being said then is said to its end; the rest is another worker's.
SHUTDOWN_SECONDS = 5.0


class TurnWorker:
    """One worker's. ``database_url`` is where it is told of new turns, on a connection of its own."""

    def __init__(self, turns: TurnRunner, database_url: str, at_once: int = AT_ONCE) -> None:
        self._turns = turns
        self._database_url = database_url
        self._at_once = at_once
        self._running: dict[str, asyncio.Task[None]] = {}
        # Conversations that were told of while nothing could be begun for them, in that order.
        self._waiting: dict[str, None] = {}
        # Those that gave their place back with turns left.
        self._unfinished: set[str] = set()
        self._is_stopping = False

    async def work(self) -> None:
        """Until cancelled: turns that have begun have a few seconds to end, then all that is left is given
        back."""
        working = [asyncio.create_task(self._listen()), asyncio.create_task(self._poll())]
        try:
            # Waited for without being cancelled along: it goes on saying that it lives while turns come to
            # their end.
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
        """What was not told, what could not be done, and what the dead have left."""
        while True:
            try:
                for conversation_id in await record_heartbeat(self._turns.core, self._turns.worker_id):
                    self._start(conversation_id)
            except DATABASE_ERRORS as error:
                logger.warning("waiting turns cannot be looked for: %s", type(error).__name__)
            await asyncio.sleep(HEARTBEAT_SECONDS)

    def _start(self, conversation_id: str) -> None:
        """Begin with a conversation's turns; it may have been told of once more while they came to their
        end."""
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
                # Behind everybody who waits.
                self._waiting.pop(conversation_id, None)
                self._waiting[conversation_id] = None
        except DATABASE_ERRORS as error:
            # Its row stays ours, so that it is looked at again in a moment.
            logger.warning("a turn could not be ended: %s", type(error).__name__)
        except Exception:
            logger.exception("a turn ended with an apology")
        finally:
            await self._start_next(conversation_id)

    async def _start_next(self, ended: str) -> None:
        """The place is kept until it is known whose it is, so that nobody who comes meanwhile takes it. Going
        home, it is nobody's."""
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
        """Who waits: first those at whose address fewest turns are in hand, of several whoever came first."""
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
    """The conversations for which a turn is promised, as it happens. Raises ``OperationalError`` when
    PostgreSQL is gone."""
    connection = await connection_to(Host()).connect(database_url, autocommit=True, **SOCKET)
    async with connection:
        await connection.execute(f"LISTEN {CHANNEL}")
        while True:
            async with aclosing(connection.notifies(timeout=CONNECTION_CHECK_SECONDS)) as notices:
                async for notice in notices:
                    yield notice.payload
            # Nothing is said by a host that is gone either: this waits for an answer.
            await connection.execute("SELECT 1")
