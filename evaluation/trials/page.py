"""The customer's page: follows the live stream as a browser does, losing it now and then, and keeps whatever
was ever shown."""

from collections.abc import Awaitable, Callable
from typing import Any

import msgspec

from agent.conversation.conversation import ASSISTANT
from agent.live_stream.stream import ConversationLog, LoggedEvent


class ChatPage:
    """Follows one conversation. ``rows`` reads the answers as they are stored, by their ids; ``every_bytes``
    is how much arrives before the stream breaks, None for a good network."""

    def __init__(
        self,
        log: ConversationLog,
        conversation_id: str,
        rows: Callable[[], Awaitable[dict[str, str]]],
        every_bytes: int | None,
    ) -> None:
        self._log = log
        self._conversation_id = conversation_id
        self._rows = rows
        self._every_bytes = every_bytes
        self._cursor = ""
        self._seen: set[str] = set()
        # The newest attempt heard of at each turn: what an older one says is not shown.
        self._epochs: dict[str, int] = {}
        # Answers that are complete: nothing is added to them or taken away.
        self._whole: set[str] = set()
        self.texts: dict[str, str] = {}
        self.taken_back: list[str] = []
        self.events: list[str] = []
        self.garbled: list[str] = []
        self.repeated = 0

    async def catch_up(self) -> None:
        """Read what has come since; a break loses what was under way, and the page goes on from the last
        whole event.

        Where the stream lacks what came before, the page begins with the rows, as a browser does.
        """
        found = await self._log.after(self._conversation_id, self._cursor) if self._cursor else []
        if found is None or not self._cursor:
            self._cursor = await self._log.cursor(self._conversation_id)
            stored = await self._rows()
            self.texts.update(stored)
            self._whole.update(stored)
        while found := await self._log.after(self._conversation_id, self._cursor):
            arrived = 0
            for event in found:
                arrived += len(event.data)
                if self._every_bytes is not None and arrived > self._every_bytes and event is not found[0]:
                    break
                self._cursor = event.id
                self._take(event)

    def _take(self, event: LoggedEvent) -> None:
        self.repeated += event.id in self._seen
        self._seen.add(event.id)
        data: dict[str, Any] = msgspec.json.decode(event.data)
        self.events.append(event.data)
        run_id, epoch = data.get("run_id", ""), data.get("epoch", 0)
        if epoch < self._epochs.get(run_id, 0):
            return
        self._epochs[run_id] = epoch
        message_id = data.get("message_id", "")
        if message_id in self._whole:
            # What a dead worker still had under way comes after the answer that was committed.
            return
        match event.name:
            case "message.started":
                self._withdraw(message_id)
            case "message.delta":
                self.texts[message_id] = self.texts.get(message_id, "") + data["text"]
            case "message.completed" if data["message"]["role"] == ASSISTANT:
                self._complete(data["message"])
            case "message.reset":
                self._withdraw(message_id)
                self.texts[message_id] = data.get("text", "")

    def _complete(self, message: dict[str, Any]) -> None:
        streamed = self.texts.get(message["id"], "").strip()
        if streamed and streamed != message["text"]:
            self.garbled.append(f"{streamed[:80]!r} became {message['text'][:80]!r}")
        self.texts[message["id"]] = message["text"]
        self._whole.add(message["id"])

    def _withdraw(self, message_id: str) -> None:
        if shown := self.texts.pop(message_id, ""):
            self.taken_back.append(shown)
