"""The stream: everything that happens in a conversation, as server-sent events, or as a long poll where
streams are broken.

A reader goes on from ``Last-Event-ID`` or ``after``. A cursor that is no longer in the log gets a snapshot
from the rows instead.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Annotated, Any

import msgspec
from litestar import HttpMethod, Request, Response, Router, route
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery, HeaderParameter
from litestar.response import Stream
from redis.exceptions import RedisError

from agent.conversation.revelation import EventRevealer
from agent.intake.conversation_token import AuthenticatedConversation
from agent.intake.conversation_view import iso_timestamp
from agent.intake.reception import Reception
from agent.live_stream.event_notifier import EventNotifier, Subscription
from agent.live_stream.stream import READ_AT_ONCE, ConversationLog, LoggedEvent
from booking_core.errors import DatabaseAway
from web.access.throttle import is_loopback, network_of
from web.chat.customer.bearer import own_conversation
from web.chat.customer.conversations import conversation_view
from web.chat.stream.readers import Readers

PING_SECONDS = 15
# How often a stream looks whether PostgreSQL is back.
AWAY_SECONDS = 2
LONGEST_SECONDS = 15 * 60
LONGEST_WAIT = 25
HEADERS = {"Cache-Control": "no-store, no-transform", "X-Accel-Buffering": "no"}


@route("/", http_method=[HttpMethod.GET, HttpMethod.POST], status_code=200)
async def events(
    request: Request[Any, Any, Any],
    conversation: NamedDependency[AuthenticatedConversation],
    reception: NamedDependency[Reception],
    log: NamedDependency[ConversationLog],
    notifier: NamedDependency[EventNotifier],
    readers: NamedDependency[Readers],
    after: FromQuery[str | None] = None,
    wait: FromQuery[int | None] = None,
    last_event_id: Annotated[str | None, HeaderParameter(name="Last-Event-ID")] = None,
) -> Stream | Response[dict[str, Any]]:
    reader = Reader(conversation.id, last_event_id or after or "", reception, log, notifier)
    if wait is not None:
        return Response(await reader.poll(min(max(wait, 0), LONGEST_WAIT)), headers=HEADERS)
    host = request.client.host if request.client else ""
    # A proxy on this machine that does not say whom it speaks for speaks for everybody.
    address = "" if is_loopback(host) else network_of(host)
    readers.must_have_room(address)
    return Stream(reader.stream(readers, address), media_type="text/event-stream", headers=HEADERS)


class Reader:
    """One reader of one conversation, and how far it has read."""

    def __init__(
        self,
        conversation_id: str,
        cursor: str,
        reception: Reception,
        log: ConversationLog,
        notifier: EventNotifier,
    ) -> None:
        self.conversation_id = conversation_id
        self.cursor = cursor if _is_cursor(cursor) else ""
        self.reception = reception
        self.log = log
        self.notifier = notifier
        self._revealing = EventRevealer(reception.core, conversation_id)
        self._told: tuple[int, str | None] | None = None

    async def stream(self, readers: Readers, address: str) -> AsyncIterator[bytes]:
        """The events as bytes: first byte at once, a ping when nothing happens, an end after fifteen
        minutes."""
        clock = self.reception.core.clock
        hello = {
            "conversation_id": self.conversation_id,
            "cursor": self.cursor,
            "server_time": iso_timestamp(clock.now()),
        }
        yield _frame("hello", _data(hello))
        ends = time.monotonic() + LONGEST_SECONDS
        with (
            self.notifier.subscribe(self.conversation_id, self.cursor) as subscription,
            readers.place(self.conversation_id, address, subscription) as place,
        ):
            while time.monotonic() < ends and not place.taken:
                news = await self._patient_news(subscription)
                if news is None:
                    await asyncio.sleep(AWAY_SECONDS)
                    yield _frame("ping", _data({}))
                    continue
                if news:
                    # In one piece: each piece would cost a write of its own.
                    yield b"".join(_frame(event.name, event.data, event.id) for event in news)
                # Whatever was written since then has signalled; only a full batch says by itself that there
                # is more.
                if len(news) < READ_AT_ONCE and not await subscription.wait(PING_SECONDS):
                    yield _frame("ping", _data({}))
        yield _frame("bye", _data({"reason": "elsewhere" if place.taken else "time"}))

    async def poll(self, seconds: int) -> dict[str, Any]:
        """What is new, waiting up to ``seconds`` for something to be."""
        ends = time.monotonic() + seconds
        with self.notifier.subscribe(self.conversation_id, self.cursor) as subscription:
            while not (news := await self._news(subscription)) and time.monotonic() < ends:
                await subscription.wait(max(0.0, ends - time.monotonic()))
        events = [{"id": one.id, "event": one.name, "data": msgspec.Raw(one.data.encode())} for one in news]
        return {"events": events, "cursor": self.cursor}

    async def _patient_news(self, subscription: Subscription) -> list[LoggedEvent] | None:
        """The same for an open stream; None while PostgreSQL is away: it stays open, and goes on from where
        it was."""
        before = self.cursor
        try:
            return await self._news(subscription)
        except DatabaseAway:
            self.cursor = before
            return None

    async def _news(self, subscription: Subscription) -> list[LoggedEvent]:
        """What the reader has not got yet; the subscription then signals what comes after it. Raises
        ``DatabaseAway``."""
        heard = subscription.take_events()
        if heard is not None:
            self.cursor = subscription.cursor
            return await self._revealing.reveal_events(heard)
        news = await self._unread()
        subscription.advance_to(self.cursor)
        return news

    async def _unread(self) -> list[LoggedEvent]:
        """The events past the cursor; a snapshot first where the cursor leads nowhere. Without Redis,
        snapshots of what changed."""
        try:
            found = await self.log.after(self.conversation_id, self.cursor) if self.cursor else None
            if found is None:
                return [await self._snapshot(await self.log.cursor(self.conversation_id))]
        except (RedisError, OSError):
            return await self._rows_if_changed()
        if found:
            self.cursor = found[-1].id
        return await self._revealing.reveal_events(found)

    async def _rows_if_changed(self) -> list[LoggedEvent]:
        """The stream is away: the conversation as the rows have it, whenever there is more of it than was
        told."""
        view = await self.reception.view(self.conversation_id)
        extent = (len(view.messages), view.run.id if view.run else None)
        if extent == self._told:
            return []
        self._told = extent
        return [await self._snapshot("")]

    async def _snapshot(self, cursor: str) -> LoggedEvent:
        self.cursor = cursor
        view = await self.reception.view(self.conversation_id)
        conversation = conversation_view(view, cursor, self.reception.core)
        return LoggedEvent("", "snapshot", _data({"conversation": conversation}))


def _is_cursor(text: str) -> bool:
    milliseconds, dash, number = text.partition("-")
    return bool(dash) and all(
        part.isascii() and part.isdigit() and len(part) < 20 for part in (milliseconds, number)
    )


def _frame(name: str, data: str, event_id: str = "") -> bytes:
    head = f"id: {event_id}\n" if event_id else ""
    return f"{head}event: {name}\ndata: {data}\n\n".encode()


def _data(fields: dict[str, Any]) -> str:
    return msgspec.json.encode({"v": 1, **fields}).decode()


ROUTER = Router(
    "/chat/v1/conversations/{conversation_id:str}/events",
    route_handlers=[events],
    dependencies={"conversation": Provide(own_conversation)},
)
