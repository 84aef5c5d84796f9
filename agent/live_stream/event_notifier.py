"""The notifier of this process: it signals the readers of a conversation when its log has a new event.

One Redis subscription receives the notifications of all conversations. A notification says which events were
written and after which cursor: a reader at that cursor takes them from it and need not ask Redis. A
notification can be lost, so once a second one query for the newest event of every log that is being read here
signals whoever has not got it. A reader by itself asks Redis nothing while nothing happens.
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
# Without Redis readers look at the rows instead; each of them only every so many looks, because that costs
# PostgreSQL.
POLLS_WITHOUT_REDIS = 3


class Subscription:
    """One reader's: ``signal`` is set when there is something past ``cursor``, which is as far as the reader
    has got."""

    def __init__(self, cursor: str) -> None:
        self.signal = asyncio.Event()
        self.cursor = cursor
        # What followed the cursor, as long as every notification has followed the one before.
        self._pending: list[LoggedEvent] = []
        self._is_complete = False

    def notify(self, before: str, events: list[LoggedEvent]) -> None:
        """These events were written, and stand right after ``before``."""
        newest = self._pending[-1].id if self._pending else self.cursor
        if self._is_complete and before == newest:
            self._pending += events
        elif self._is_complete and events and sort_key(events[-1].id) <= sort_key(newest):
            return  # A query was faster than this notification.
        else:
            self._is_complete = False
        self.signal.set()

    def take_events(self) -> list[LoggedEvent] | None:
        """What followed the cursor, which moves behind it; None where the reader has to look, and then to say
        how far it ``has_read``."""
        events, self._pending = self._pending, []
        if not (self._is_complete and events):
            self._is_complete = False
            return None
        self.cursor = events[-1].id
        return events

    def advance_to(self, cursor: str) -> None:
        """The reader has looked. A signal set meanwhile stays set, so it will look once more."""
        self.cursor, self._is_complete = cursor, True

    async def wait(self, seconds: float) -> bool:
        """Wait for the signal, at most this long, and clear it; whether it was set."""
        # Not by wait_for, which forgets a cancellation that meets a signal.
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.signal.wait()
        is_signalled = self.signal.is_set()
        self.signal.clear()
        return is_signalled


class EventNotifier:
    """The subscriptions of all conversations somebody here is reading."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._subscriptions: dict[str, set[Subscription]] = defaultdict(set)
        self._tasks: list[asyncio.Task[None]] = []

    async def open(self) -> None:
        self._tasks = [
            asyncio.create_task(self._listen(), name="notifier"),
            asyncio.create_task(self._poll(), name="notifier poll"),
        ]

    async def close(self) -> None:
        while self._tasks:
            # Again, because the driver forgets a cancellation that meets an answer.
            for task in self._tasks:
                task.cancel()
            _, alive = await asyncio.wait(self._tasks, timeout=POLL_SECONDS)
            self._tasks = list(alive)

    @contextmanager
    def subscribe(self, conversation_id: str, cursor: str) -> Iterator[Subscription]:
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
            # The looks go on while we do not hear; a new subscription hears again.
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
        """For readers who are elsewhere than at the newest event: behind it, or at one that was lost with
        Redis."""
        for one in self._subscriptions.get(conversation_id, ()):
            if one.cursor != newest:
                one.signal.set()
