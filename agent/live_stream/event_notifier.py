"""Notifies the readers in this process of new events in their conversations' logs.

One Redis subscription serves all readers. A notification has the new events and the cursor before them, so
that a reader at that cursor need not query Redis. Notifications can be lost, so one query a second reads the
newest ids of all logs that are being read here, and wakes the readers that are behind.
"""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.exceptions import RedisError

from agent.live_stream.stream import (
    ALL_CHANNELS,
    LoggedEvent,
    conversation_of,
    newest_ids,
    parse_notification,
    sort_key,
)

POLL_SECONDS = 1.0
# Without Redis readers read the rows: each only at every third poll, to spare PostgreSQL.
POLLS_WITHOUT_REDIS = 3


class Subscription:
    """The subscription of one reader. ``signal`` is set when there may be events after ``cursor``, the last
    one that was read."""

    def __init__(self, cursor: str) -> None:
        self.signal = asyncio.Event()
        self.cursor = cursor
        # The events after the cursor, complete as long as each notification follows the one before.
        self._pending: list[LoggedEvent] = []
        self._is_complete = False

    def notify(self, before: str, events: list[LoggedEvent]) -> None:
        """Receive events that directly follow the event with id ``before``."""
        newest = self._pending[-1].id if self._pending else self.cursor
        if self._is_complete and before == newest:
            self._pending += events
        elif self._is_complete and events and sort_key(events[-1].id) <= sort_key(newest):
            return  # A query has read these events already.
        else:
            self._is_complete = False
        self.signal.set()

    def take_events(self) -> list[LoggedEvent] | None:
        """Return the events after the cursor and advance it. None where some may be missing: the reader must
        query the log and call ``advance_to``."""
        events, self._pending = self._pending, []
        if not (self._is_complete and events):
            self._is_complete = False
            return None
        self.cursor = events[-1].id
        return events

    def advance_to(self, cursor: str) -> None:
        """Set the cursor after a query. A notification meanwhile has set the signal, so the reader queries
        again."""
        self.cursor, self._is_complete = cursor, True

    async def wait(self, seconds: float) -> bool:
        """Wait for the signal and clear it. Returns whether it was set within so many seconds."""
        # Not wait_for, which can lose a cancellation that arrives together with the signal.
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.signal.wait()
        is_signalled = self.signal.is_set()
        self.signal.clear()
        return is_signalled


class EventNotifier:
    """The subscriptions of all readers in this process."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._subscriptions: dict[str, set[Subscription]] = defaultdict(set)
        self._tasks: list[asyncio.Task[None]] = []

    async def open(self) -> None:
        """Begin to listen, in the running event loop."""
        self._tasks = [
            asyncio.create_task(self._listen(), name="notifier"),
            asyncio.create_task(self._poll(), name="notifier poll"),
        ]

    async def close(self) -> None:
        """End both tasks; returns once they have ended."""
        while self._tasks:
            # Repeated, as the driver can lose a cancellation that arrives together with a reply.
            for task in self._tasks:
                task.cancel()
            _, alive = await asyncio.wait(self._tasks, timeout=POLL_SECONDS)
            self._tasks = list(alive)

    @contextmanager
    def subscribe(self, conversation_id: str, cursor: str) -> Iterator[Subscription]:
        """Somebody who has read a conversation up to the event ``cursor``, for as long as the block lasts."""
        mine = Subscription(cursor)
        self._subscriptions[conversation_id].add(mine)
        try:
            yield mine
        finally:
            self._subscriptions[conversation_id].discard(mine)
            if not self._subscriptions[conversation_id]:
                del self._subscriptions[conversation_id]

    async def _listen(self) -> None:
        while True:
            # The poll goes on while the subscription is down.
            with suppress(RedisError, OSError):
                async with self._redis.pubsub(ignore_subscribe_messages=True) as pubsub:
                    await pubsub.psubscribe(ALL_CHANNELS)
                    await self._receive(pubsub)
            await asyncio.sleep(POLL_SECONDS)

    async def _receive(self, pubsub: PubSub) -> None:
        while True:
            message = await pubsub.get_message(timeout=POLL_SECONDS)
            if message is not None:
                mine = self._subscriptions.get(conversation_of(message["channel"].decode()))
                if mine:
                    before, events = parse_notification(message["data"])
                    for one in mine:
                        one.notify(before, events)

    async def _poll(self) -> None:
        turn = 0
        while True:
            await asyncio.sleep(POLL_SECONDS)
            waiting = list(self._subscriptions)
            try:
                newest = await newest_ids(self._redis, waiting)
            except (RedisError, OSError):
                turn = (turn + 1) % POLLS_WITHOUT_REDIS
                for conversation_id in waiting[turn::POLLS_WITHOUT_REDIS]:
                    self._notify_stale(conversation_id, "")
                continue
            for conversation_id, event_id in zip(waiting, newest, strict=True):
                self._notify_stale(conversation_id, event_id)

    def _notify_stale(self, conversation_id: str, newest: str) -> None:
        """Wake readers whose cursor is not the newest event: they are behind, or Redis has lost events."""
        for one in self._subscriptions.get(conversation_id, ()):
            if one.cursor != newest:
                one.signal.set()
