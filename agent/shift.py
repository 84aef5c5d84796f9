"""A shift: a worker takes the turns that wait, from being told of them to going home, and those of workers that died."""

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress

from agent.turn import AWAY, Turns
from agent.turn_queue import CHANNEL, give_back, seen
from booking_core.connections import SOCKET, Host, connection_to

logger = logging.getLogger("zimun.turns")
# Turns wait for providers most of their time.
AT_ONCE = 20
# After five of these without a word a worker's turns are another's.
SEEN_EVERY_SECONDS = 1.0
# Whoever listens asks after so much silence whether there is anybody to listen to; turns are looked for every second anyway.
HEARD_WITHIN_SECONDS = 10.0
# What is being said then is said to its end; the rest is another worker's.
GOES_HOME_AFTER_SECONDS = 5.0


class Shift:
    """One worker's. ``database_url`` is where it is told of new turns, on a connection of its own."""

    def __init__(self, turns: Turns, database_url: str) -> None:
        self._turns = turns
        self._database_url = database_url
        self._in_hand: dict[str, asyncio.Task[None]] = {}
        # Conversations that were told of while nothing could be begun for them, in that order.
        self._wanted: dict[str, None] = {}
        self._goes_home = False

    async def work(self) -> None:
        """Until cancelled: turns that have begun have a few seconds to end, then all that is left is given back."""
        working = [asyncio.create_task(self._listen()), asyncio.create_task(self._look())]
        try:
            # Waited for without being cancelled along: it goes on saying that it lives while turns come to their end.
            ended, _ = await asyncio.wait(working, return_when=asyncio.FIRST_EXCEPTION)
            for task in ended:
                task.result()
        finally:
            self._goes_home = True
            if self._in_hand:
                await asyncio.wait(self._in_hand.values(), timeout=GOES_HOME_AFTER_SECONDS)
            left = [*self._in_hand.values(), *working]
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)
            with suppress(*AWAY):
                await give_back(self._turns.core, self._turns.worker_id)

    async def _listen(self) -> None:
        while True:
            try:
                async with aclosing(told_of(self._database_url)) as conversation_ids:
                    async for conversation_id in conversation_ids:
                        self._take(conversation_id)
            except AWAY as error:
                logger.warning("nobody tells of new turns: %s", type(error).__name__)
            await asyncio.sleep(SEEN_EVERY_SECONDS)

    async def _look(self) -> None:
        """What was not told, what could not be done, and what the dead have left."""
        while True:
            try:
                for conversation_id in await seen(self._turns.core, self._turns.worker_id):
                    self._take(conversation_id)
            except AWAY as error:
                logger.warning("waiting turns cannot be looked for: %s", type(error).__name__)
            await asyncio.sleep(SEEN_EVERY_SECONDS)

    def _take(self, conversation_id: str) -> None:
        """Begin with a conversation's turns; it may have been told of once more while they came to their end."""
        if self._goes_home:
            return
        if conversation_id in self._in_hand or len(self._in_hand) >= AT_ONCE:
            self._wanted[conversation_id] = None
            return
        self._wanted.pop(conversation_id, None)
        self._in_hand[conversation_id] = asyncio.create_task(self._taken(conversation_id), name="a turn")

    async def _taken(self, conversation_id: str) -> None:
        try:
            await self._turns.take(conversation_id)
        except AWAY as error:
            # Its row stays ours, so that it is looked at again in a moment.
            logger.warning("a turn could not be ended: %s", type(error).__name__)
        except Exception:
            logger.exception("a turn ended with an apology")
        finally:
            del self._in_hand[conversation_id]
            wanted = next((one for one in self._wanted if one not in self._in_hand), None)
            if wanted is not None:
                self._take(wanted)


async def told_of(database_url: str) -> AsyncGenerator[str, None]:
    """The conversations for which a turn is promised, as it happens. Raises ``OperationalError`` when PostgreSQL is gone."""
    connection = await connection_to(Host()).connect(database_url, autocommit=True, **SOCKET)
    async with connection:
        await connection.execute(f"LISTEN {CHANNEL}")
        while True:
            async with aclosing(connection.notifies(timeout=HEARD_WITHIN_SECONDS)) as notices:
                async for notice in notices:
                    yield notice.payload
            # Nothing is said by a host that is gone either: this waits for an answer.
            await connection.execute("SELECT 1")
