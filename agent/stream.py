"""The live log of a conversation: every event once, in order, on a Redis stream that any process can read from any cursor.

The log may be lost with Redis; the rows of ``agent.conversation`` are the truth, and a reader whose cursor is gone starts over from
them. Writing rings a doorbell without content; whoever waits then reads past its own cursor, and looks once a second anyway.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

import msgspec
from msgspec import Struct
from redis.asyncio import Redis
from redis.exceptions import RedisError

KEPT_EVENTS = 2000
KEPT_SECONDS = 24 * 3600
READ_AT_ONCE = 200
BEGINNING = "0-0"


class LoggedEvent(Struct, frozen=True):
    """An event as it lies in the log: ``id`` is the cursor after it, ``data`` is JSON text."""

    id: str
    name: str
    data: str


class ConversationLog:
    """The logs of all conversations."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def append(self, conversation_id: str, events: Sequence[tuple[str, dict[str, Any]]]) -> None:
        """Add events in order, all or none, and ring. Without Redis they are lost, and readers will find out from the rows."""
        if not events:
            return
        with suppress(RedisError, OSError):
            async with self._redis.pipeline(transaction=True) as pipe:
                for name, data in events:
                    fields: dict[Any, Any] = {"event": name, "data": msgspec.json.encode({"v": 1, **data})}
                    pipe.xadd(_key(conversation_id), fields, maxlen=KEPT_EVENTS, approximate=True)
                pipe.expire(_key(conversation_id), KEPT_SECONDS)
                pipe.publish(bell(conversation_id), b"")
                await pipe.execute()

    async def forget(self, conversation_ids: Sequence[str]) -> None:
        """Take logs away; whoever reads one starts over from the rows."""
        with suppress(RedisError, OSError):
            if conversation_ids:
                await self._redis.delete(*map(_key, conversation_ids))

    async def cursor(self, conversation_id: str) -> str:
        """The newest event's id: whoever reads from here misses nothing that follows."""
        newest: Any = await self._redis.xrevrange(_key(conversation_id), count=1)
        return newest[0][0].decode() if newest else BEGINNING

    async def after(self, conversation_id: str, cursor: str) -> list[LoggedEvent] | None:
        """The events past a cursor; None where the cursor is no longer in the log, so that something may be missing."""
        async with self._redis.pipeline(transaction=True) as pipe:
            pipe.xrange(_key(conversation_id), min=cursor, max=cursor, count=1)
            pipe.xrange(_key(conversation_id), min=f"({cursor}", count=READ_AT_ONCE)
            known, found = await pipe.execute()
        if not known and cursor != BEGINNING:
            return None
        return [
            LoggedEvent(key.decode(), entry[b"event"].decode(), entry[b"data"].decode())
            for key, entry in found
        ]


class Doorbell:
    """One subscription of this process to the bells of all conversations somebody here is reading."""

    def __init__(self, redis: Redis) -> None:
        self._pubsub = redis.pubsub(ignore_subscribe_messages=True)
        self._waiting: dict[str, set[asyncio.Event]] = defaultdict(set)
        self._task: asyncio.Task[None] | None = None

    async def open(self) -> None:
        self._task = asyncio.create_task(self._listen(), name="doorbell")

    async def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        with suppress(RedisError, OSError):
            await self._pubsub.aclose()  # type: ignore[no-untyped-call]

    @asynccontextmanager
    async def of(self, conversation_id: str) -> AsyncIterator[asyncio.Event]:
        """An event that is set whenever something was written; the reader clears it before it looks."""
        rung, channel = asyncio.Event(), bell(conversation_id)
        self._waiting[channel].add(rung)
        try:
            if len(self._waiting[channel]) == 1:
                with suppress(RedisError, OSError):
                    await self._pubsub.subscribe(channel)
            yield rung
        finally:
            self._waiting[channel].discard(rung)
            if not self._waiting[channel]:
                del self._waiting[channel]
                with suppress(RedisError, OSError):
                    await self._pubsub.unsubscribe(channel)

    async def _listen(self) -> None:
        while True:
            try:
                if not self._pubsub.subscribed:
                    await asyncio.sleep(0.05)
                    continue
                message = await self._pubsub.get_message(timeout=1)
            except (RedisError, OSError):
                # Readers look once a second without us; the subscription comes back with the connection.
                await asyncio.sleep(1)
                continue
            if message is not None:
                for rung in self._waiting.get(message["channel"].decode(), ()):
                    rung.set()


def bell(conversation_id: str) -> str:
    return f"chat:{{{conversation_id}}}:bell"


def _key(conversation_id: str) -> str:
    return f"chat:{{{conversation_id}}}:log"
