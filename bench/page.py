"""A customer's page: what it asks of the server while its customer books, and nothing a browser would add."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any
from urllib.parse import urlsplit

import msgspec

from bench.plain_http import head_of_answer, request

ENDED = b"event: run.completed\ndata: "


class Page:
    """One conversation: a connection that asks, and one that listens."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._numbers = count()
        self._path = self._token = self._cursor = ""
        self._asking: tuple[asyncio.StreamReader, asyncio.StreamWriter]
        self._listening: tuple[asyncio.StreamReader, asyncio.StreamWriter]
        self._outcomes: AsyncIterator[str]

    async def open(self, organization_id: str) -> None:
        self._asking = await asyncio.open_connection(self._host, self._port)
        opened = await self._ask("POST", "/chat/v1/conversations", {"organization_id": organization_id})
        self._path = f"/chat/v1/conversations/{opened['conversation_id']}"
        self._token, self._cursor = opened["token"], opened["cursor"]
        self._listening = await asyncio.open_connection(self._host, self._port)
        # From where the conversation was opened, as a browser's page goes on.
        self._send(self._listening[1], "GET", f"{self._path}/events?after={opened['cursor']}", b"")
        await head_of_answer(self._listening[0])
        self._outcomes = self._ends()

    async def says(self, text: str) -> str:
        """The outcome of the turn that answers it."""
        await self._ask(
            "POST", f"{self._path}/messages", {"client_msg_id": f"m{next(self._numbers)}", "text": text}
        )
        return await anext(self._outcomes)

    async def asks_for_news(self) -> None:
        """One question to PostgreSQL, whose conversation it is, and one to Redis, what is new in it."""
        news = await self._ask("GET", f"{self._path}/events?wait=0&after={self._cursor}", None)
        self._cursor = news["cursor"]

    async def close(self) -> None:
        for _, writer in (self._asking, self._listening):
            writer.close()

    async def _ask(self, method: str, path: str, data: object) -> Any:
        reader, writer = self._asking
        self._send(writer, method, path, b"" if data is None else msgspec.json.encode(data))
        return msgspec.json.decode(await reader.readexactly(await head_of_answer(reader, b"2")))

    def _send(self, writer: asyncio.StreamWriter, method: str, path: str, body: bytes) -> None:
        headers = {"Host": f"{self._host}:{self._port}", "Content-Type": "application/json"}
        headers |= {"Authorization": f"Bearer {self._token}"} if self._token else {}
        writer.write(request(method, path, headers, body))

    async def _ends(self) -> AsyncIterator[str]:
        """The outcome of each turn, as its end arrives. Events are never cut in two by the chunks they come
        in."""
        reader = self._listening[0]
        while size := int(await reader.readuntil(b"\r\n"), 16):
            chunk = await reader.readexactly(size + 2)
            for ended in chunk.split(ENDED)[1:]:
                yield msgspec.json.decode(ended.partition(b"\n")[0])["outcome"]


@asynccontextmanager
async def opened_page(base_url: str, organization_id: str) -> AsyncIterator[Page]:
    address = urlsplit(base_url)
    page = Page(str(address.hostname), int(address.port or 80))
    await page.open(organization_id)
    try:
        yield page
    finally:
        await page.close()
