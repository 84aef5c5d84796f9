"""A customer's page without a browser: reads the stream by the rules of the page, and notices what a customer
would not."""

import asyncio
import json
import random
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import httpx

from booking_core.storage.ids import new_id

ANSWERED_WITHIN = 60


class Page:
    """One conversation, read now at one address and now at another, with a connection that breaks all the
    time."""

    def __init__(self, urls: list[str], opened: dict[str, Any], http: httpx.AsyncClient) -> None:
        self.urls = urls
        self.http = http
        self.path = f"/chat/v1/conversations/{opened['conversation_id']}"
        self.headers = {"Authorization": f"Bearer {opened['token']}"}
        self.cursor: str = opened["cursor"]
        self.texts: dict[str, str] = {}
        self.finished: dict[str, str] = {}
        self.cuts = self.snapshots = self.fetches = 0
        self._epoch = self._seq = 0
        # The answer of which the rows told what they had, which is a second behind the stream.
        self._behind = ""
        self._ids: set[str] = set()

    @classmethod
    async def opened(cls, urls: list[str], organization_id: str, http: httpx.AsyncClient) -> "Page":
        answer = await http.post(
            f"{urls[0]}/chat/v1/conversations", json={"organization_id": organization_id, "locale": "en-US"}
        )
        answer.raise_for_status()
        return cls(urls, answer.json(), http)

    async def asks(self, text: str) -> None:
        """Say something, and read until it is answered, cut off after every few events."""
        message = {"client_msg_id": new_id("m"), "text": text}
        while not await self._sent(message):
            self.cuts += 1
        answered = len(self.finished) + 1
        async with asyncio.timeout(ANSWERED_WITHIN):
            while len(self.finished) < answered:
                # A server may hang up on an idle connection while it is being used again: to a page that is
                # one more cut.
                with suppress(httpx.TransportError):
                    await self._reads(random.randint(1, 6), answered)
                self.cuts += 1

    async def _sent(self, message: dict[str, str]) -> bool:
        """Whether it got through; its id makes one message of however many."""
        try:
            sent = await self.http.post(
                f"{random.choice(self.urls)}{self.path}/messages", json=message, headers=self.headers
            )
        except httpx.TransportError:
            return False
        if sent.status_code == httpx.codes.SERVICE_UNAVAILABLE:
            await asyncio.sleep(float(sent.headers["Retry-After"]))
            return False
        sent.raise_for_status()
        return True

    async def shown(self) -> dict[str, str]:
        """What the rows say was answered."""
        view = await self._fetched()
        return {one["id"]: one["text"] for one in view["messages"] if one["role"] == "assistant"}

    async def _reads(self, at_most: int, answered: int) -> None:
        """So many events, or until so many answers are there; then the cable is pulled."""
        headers = self.headers | {"Last-Event-ID": self.cursor}
        url = f"{random.choice(self.urls)}{self.path}/events"
        async with self.http.stream("GET", url, headers=headers) as response:
            assert response.status_code == 200, await response.aread()
            seen = 0
            async for event_id, name, data in frames(response):
                await self._apply(event_id, name, data)
                seen += name not in ("hello", "ping")
                if seen >= at_most or len(self.finished) >= answered:
                    return

    async def _apply(self, event_id: str, name: str, data: dict[str, Any]) -> None:
        if name == "snapshot":
            self.snapshots += 1
            self._replace(data["conversation"])
        elif (
            name == "run.started" and data["epoch"] >= self._epoch and data["message_id"] not in self.finished
        ):
            self._epoch, self._seq = data["epoch"], data["seq"]
            self.texts[data["message_id"]] = data["text"]
        elif name == "message.delta" and data["epoch"] == self._epoch:
            await self._lengthen(data)
        elif name == "message.completed" and data["message"]["role"] == "assistant":
            self._finish(data["message"])
        if event_id:
            assert event_id not in self._ids, f"{event_id} was told twice"
            self._ids.add(event_id)
            self.cursor = event_id

    async def _lengthen(self, data: dict[str, Any]) -> None:
        if data["seq"] != self._seq + 1:
            self.fetches += 1
            self._replace(await self._fetched())
            return
        self._seq, self._behind = data["seq"], ""
        self.texts[data["message_id"]] = self.texts.get(data["message_id"], "") + data["text"]

    def _finish(self, message: dict[str, Any]) -> None:
        known, text = self.texts.get(message["id"]), message["text"]
        right = text.startswith(known or "") if message["id"] == self._behind else known in (None, text)
        assert right, f"shown {known!r}, written {text!r}"
        self.finished[message["id"]] = self.texts[message["id"]] = message["text"]
        self._epoch = self._seq = 0

    def _replace(self, conversation: dict[str, Any]) -> None:
        """Everything as the server has it; the cursor too."""
        run = conversation["run"]
        # The first message is the greeting, which answers nothing.
        answers = [one for one in conversation["messages"][1:] if one["role"] == "assistant"]
        self.texts = {one["id"]: one["text"] for one in answers}
        self.finished = {id_: text for id_, text in self.texts.items() if not run or id_ != run["message_id"]}
        self._epoch, self._seq = (run["epoch"], run["seq"]) if run else (0, 0)
        self._behind = run["message_id"] if run else ""
        if run:
            self.texts[run["message_id"]] = run["text"]
        self.cursor = conversation["cursor"]

    async def _fetched(self) -> dict[str, Any]:
        answer = await self.http.get(f"{random.choice(self.urls)}{self.path}", headers=self.headers)
        answer.raise_for_status()
        view: dict[str, Any] = answer.json()
        return view


async def frames(response: httpx.Response) -> AsyncIterator[tuple[str, str, dict[str, Any]]]:
    """Id, name and data of each server-sent event."""
    fields: dict[str, str] = {}
    async for line in response.aiter_lines():
        if line:
            name, _, value = line.partition(": ")
            fields[name] = value
        elif fields:
            yield fields.get("id", ""), fields["event"], json.loads(fields["data"])
            fields = {}
