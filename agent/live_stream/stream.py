"""The live log of a conversation: its events in order, on a Redis stream that any process reads from a
cursor.

The log may be lost with Redis; the rows of ``agent.conversation.conversation`` are the source of truth, and a
reader whose cursor is gone starts over from them. Each append publishes a notification with the events and
the cursor before them: a reader at that cursor takes them from there, others read after their own cursor.
"""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import msgspec
from msgspec import Struct
from redis.asyncio import Redis
from redis.exceptions import RedisError

KEPT_EVENTS = 2000
KEPT_SECONDS = 24 * 3600
READ_AT_ONCE = 200
BEGINNING = "0-0"
# The first event of an empty log, so that its readers have a cursor. Pages ignore it.
BEGIN_EVENT = "log.begun"
ALL_CHANNELS = "chat:*:bell"
# Adds all events or none, then publishes the notification, in one command.
APPEND = """
local newest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
local told = {newest and newest[1] or '0-0'}
local id
for i = 4, #ARGV, 2 do
  id = redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[1], '*', 'event', ARGV[i], 'data', ARGV[i + 1])
  for _, each in ipairs({id, ARGV[i], ARGV[i + 1]}) do
    told[#told + 1] = each
  end
end
redis.call('EXPIRE', KEYS[1], ARGV[2])
redis.call('PUBLISH', ARGV[3], cmsgpack.pack(told))
return id
"""


class LoggedEvent(Struct, frozen=True):
    """An event in the log. ``id`` is the cursor after it, ``data`` JSON text."""

    id: str
    name: str
    data: str


class ConversationLog:
    """The logs of all conversations."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._append = redis.register_script(APPEND)

    async def append(self, conversation_id: str, events: Sequence[tuple[str, dict[str, Any]]]) -> str:
        """Add events in order, all or none, and notify. Returns the id of the last one; empty without Redis:
        the events are lost then, and readers read the rows."""
        if not events:
            return ""
        arguments: list[Any] = [KEPT_EVENTS, KEPT_SECONDS, notification_channel(conversation_id)]
        for name, data in events:
            arguments += (name, msgspec.json.encode({"v": 1, **data}))
        with suppress(RedisError, OSError):
            newest: bytes = await self._append(keys=[_key(conversation_id)], args=arguments)
            return newest.decode()
        return ""

    async def forget(self, conversation_ids: Sequence[str]) -> None:
        """Delete logs; their readers start over from the rows."""
        with suppress(RedisError, OSError):
            if conversation_ids:
                await self._redis.delete(*map(_key, conversation_ids))

    async def cursor(self, conversation_id: str) -> str:
        """The id of the newest event.

        An empty log gets a first event: with a cursor of no event, a later loss of events could not be
        noticed. Returns an empty cursor where Redis fails at that.
        """
        newest = (await newest_ids(self._redis, [conversation_id]))[0]
        return await self.begin(conversation_id) if newest == BEGINNING else newest

    async def begin(self, conversation_id: str) -> str:
        """Give an empty log its first event; returns the cursor."""
        return await self.append(conversation_id, [(BEGIN_EVENT, {})])

    async def after(self, conversation_id: str, cursor: str) -> list[LoggedEvent] | None:
        """The events after a cursor; None where the cursor is not in the log any more and events may be
        missing."""
        # One command that includes the cursor's own event, so that both are read at the same moment.
        found: list[tuple[bytes, dict[bytes, bytes]]] = await self._redis.xrange(  # type: ignore[assignment]
            _key(conversation_id), min=cursor, count=READ_AT_ONCE + 1
        )
        events = [
            LoggedEvent(key.decode(), entry[b"event"].decode(), entry[b"data"].decode())
            for key, entry in found
        ]
        if cursor == BEGINNING:
            return events
        return events[1:] if events and events[0].id == cursor else None


async def newest_ids(redis: Redis, conversation_ids: Sequence[str]) -> list[str]:
    """The newest event of each log, in one round trip; ``0-0`` for an empty one."""
    if not conversation_ids:
        return []
    async with redis.pipeline(transaction=False) as pipe:
        for conversation_id in conversation_ids:
            pipe.xrevrange(_key(conversation_id), count=1)
        found = await pipe.execute()
    return [newest[0][0].decode() if newest else BEGINNING for newest in found]


def sort_key(event_id: str) -> tuple[int, int]:
    """What ids of one log are compared by."""
    milliseconds, _, number = event_id.partition("-")
    return int(milliseconds), int(number)


def parse_notification(notification: bytes) -> tuple[str, list[LoggedEvent]]:
    """What a notification says: the events that were written, and the cursor they follow."""
    before, *parts = msgspec.msgpack.decode(notification, type=list[str])
    return before, [LoggedEvent(*parts[at : at + 3]) for at in range(0, len(parts), 3)]


def notification_channel(conversation_id: str) -> str:
    return f"chat:{{{conversation_id}}}:bell"


def conversation_of(channel: str) -> str:
    """The conversation of a channel."""
    return channel.partition("{")[2].partition("}")[0]


def _key(conversation_id: str) -> str:
    return f"chat:{{{conversation_id}}}:log"
