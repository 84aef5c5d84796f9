"""The doorbell of this process: it rings for whoever reads a conversation when something was written to its log.

One subscription hears all bells, so that nobody subscribes while somebody reads; a bell costs nothing but its name. One can be lost, so
once a second one look at the newest event of every log that is being read here rings for whoever has not got it: a reader by itself
asks Redis nothing while nothing happens.
"""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.exceptions import RedisError

from agent.stream import EVERY_BELL, conversation_of, newest_ids

LOOK_SECONDS = 1.0
# Without Redis readers look at the rows instead; each of them only every so many looks, because that costs PostgreSQL.
LOOKS_WITHOUT_REDIS = 3


class Bell:
    """One reader's: ``rung`` when it should look past ``cursor``, which it keeps as far as it has read."""

    def __init__(self, cursor: str) -> None:
        self.rung = asyncio.Event()
        self.cursor = cursor

    async def wait(self, seconds: float) -> bool:
        """Until it rings, and whether it did within this time; silent again afterwards."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.rung.wait(), seconds)
        did_ring = self.rung.is_set()
        self.rung.clear()
        return did_ring


class Doorbell:
    """The bells of all conversations somebody here is reading."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._bells: dict[str, set[Bell]] = defaultdict(set)
        self._tasks: list[asyncio.Task[None]] = []

    async def open(self) -> None:
        self._tasks = [
            asyncio.create_task(self._listen(), name="doorbell"),
            asyncio.create_task(self._look(), name="doorbell looks"),
        ]

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    @contextmanager
    def of(self, conversation_id: str, cursor: str) -> Iterator[Bell]:
        mine = Bell(cursor)
        self._bells[conversation_id].add(mine)
        try:
            yield mine
        finally:
            self._bells[conversation_id].discard(mine)
            if not self._bells[conversation_id]:
                del self._bells[conversation_id]

    async def _listen(self) -> None:
        while True:
            # The looks go on while we do not hear; a new subscription hears again.
            with suppress(RedisError, OSError):
                async with self._redis.pubsub(ignore_subscribe_messages=True) as pubsub:
                    await pubsub.psubscribe(EVERY_BELL)
                    await self._hear(pubsub)
            await asyncio.sleep(LOOK_SECONDS)

    async def _hear(self, pubsub: PubSub) -> None:
        while True:
            message = await pubsub.get_message(timeout=LOOK_SECONDS)
            if message is not None:
                for one in self._bells.get(conversation_of(message["channel"].decode()), ()):
                    one.rung.set()

    async def _look(self) -> None:
        turn = 0
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            waiting = list(self._bells)
            try:
                newest = await newest_ids(self._redis, waiting)
            except (RedisError, OSError):
                turn = (turn + 1) % LOOKS_WITHOUT_REDIS
                for conversation_id in waiting[turn::LOOKS_WITHOUT_REDIS]:
                    self._ring_where(conversation_id, "")
                continue
            for conversation_id, event_id in zip(waiting, newest, strict=True):
                self._ring_where(conversation_id, event_id)

    def _ring_where(self, conversation_id: str, newest: str) -> None:
        """For readers who are elsewhere than at the newest event: behind it, or at one that was lost with Redis."""
        for one in self._bells.get(conversation_id, ()):
            if one.cursor != newest:
                one.rung.set()
