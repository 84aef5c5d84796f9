"""Events on their way to the stream: together, in order, and none of them left behind."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from redis.asyncio import Redis

from agent.live_stream.event_batcher import BATCH_SECONDS, EventBatcher
from agent.live_stream.stream import BEGINNING, ConversationLog
from booking_core.storage.ids import new_id


class BusyLog(ConversationLog):
    """A stream that takes its time; ``began`` is set once it has begun to take something."""

    def __init__(self, redis: Redis) -> None:
        super().__init__(redis)
        self.began = asyncio.Event()

    async def append(self, conversation_id: str, events: Sequence[tuple[str, dict[str, Any]]]) -> None:
        self.began.set()
        await asyncio.sleep(BATCH_SECONDS)
        await super().append(conversation_id, events)


@pytest.fixture
def log(redis: Redis) -> BusyLog:
    return BusyLog(redis)


async def test_what_is_put_while_others_are_being_sent_is_sent_without_anything_more_happening(
    log: BusyLog,
) -> None:
    conversation_id = new_id("cnv")
    out = EventBatcher(log, conversation_id)
    out.put("run.started", {})
    await log.began.wait()
    out.put("message.delta", {"text": "Hello"})
    await asyncio.sleep(10 * BATCH_SECONDS)
    arrived = await log.after(conversation_id, BEGINNING) or []
    assert [event.name for event in arrived] == ["run.started", "message.delta"]
