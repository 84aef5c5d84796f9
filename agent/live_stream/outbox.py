"""The events of one answer on their way to the stream: gathered for a blink, then sent together and in order.

A reader sees no difference, and the stream carries a tenth of what a model says piece by piece.
"""

import asyncio
from typing import Any

from agent.live_stream.stream import ConversationLog

BATCH_SECONDS = 0.04


class EventBatcher:
    """What is still to be sent of one conversation's answer. ``send`` sends it now; a timer does so
    anyway."""

    def __init__(self, log: ConversationLog, conversation_id: str) -> None:
        self._log = log
        self._conversation_id = conversation_id
        self._batch: list[tuple[str, dict[str, Any]]] = []
        self._timer: asyncio.Task[None] | None = None
        self._lock = asyncio.Lock()

    def put(self, name: str, data: dict[str, Any]) -> None:
        self._batch.append((name, data))
        if self._timer is None or self._timer.done():
            self._timer = asyncio.create_task(self._send_soon())

    def add_text(self, text: str) -> bool:
        """Lengthen the piece of text that is waiting to be sent; false where the newest event is no such
        piece."""
        if not self._batch or self._batch[-1][0] != "message.delta":
            return False
        self._batch[-1][1]["text"] += text
        return True

    async def send(self) -> None:
        async with self._lock:
            batch, self._batch = self._batch, []
            await self._log.append(self._conversation_id, batch)

    async def _send_soon(self) -> None:
        # What was put while a batch was on its way waits for the next one.
        while self._batch:
            await asyncio.sleep(BATCH_SECONDS)
            await self.send()
