"""A faulty wire to PostgreSQL: answers that never come, connections reset, messages that take their time, and
a host that is gone."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from urllib.parse import urlsplit

from msgspec import Struct

CHUNK = 65536


class Faults(Struct):
    """How likely a commit goes unanswered and a message is the last one; and how often each happened. Both
    may change.

    ``delay`` is the most seconds that a message to PostgreSQL is kept back. ``meanwhile`` is done once, when
    PostgreSQL has committed and whoever asked for it does not know yet. ``silent`` is a host that has gone
    without a word: connections are accepted, and nothing comes back. ``answers_lost`` is one that goes in the
    middle of a statement: the server still hears. What met either stays mute when the host is back.
    """

    unanswered: float = 0.0
    reset: float = 0.0
    delay: float = 0.0
    cut: int = 0
    resets: int = 0
    meanwhile: Callable[[], Awaitable[object]] | None = None
    silent: bool = False
    answers_lost: bool = False


@asynccontextmanager
async def faulty_wire(database_url: str, faults: Faults) -> AsyncIterator[str]:
    """The address under which the same database is reached through the wire."""
    real = urlsplit(database_url)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            if faults.silent:
                await swallow(reader)
                writer.transport.abort()
                return
            there = await asyncio.open_connection(real.hostname, real.port)
            await Wire(faults, (reader, writer), there).carry()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    try:
        user = real.netloc.rpartition("@")[0]
        yield real._replace(netloc=f"{user}@127.0.0.1:{port}").geturl()
    finally:
        server.close()


async def swallow(reader: asyncio.StreamReader) -> None:
    """Until whoever speaks hangs up."""
    while await reader.read(CHUNK):
        pass


End = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Wire:
    def __init__(self, faults: Faults, here: End, there: End) -> None:
        self._faults = faults
        self._here, self._there = here, there
        self._silent = self._commits = self._mute = False

    async def carry(self) -> None:
        both = [
            asyncio.create_task(self._to_server(self._here[0], self._there[1])),
            asyncio.create_task(self._to_client(self._there[0], self._here[1])),
        ]
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in both:
                task.cancel()
            await asyncio.gather(*both, return_exceptions=True)
            for _, writer in (self._here, self._there):
                writer.transport.abort()

    async def _to_server(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(CHUNK):
            if b"COMMIT" in data and random.random() < self._faults.unanswered:
                self._silent = True
            if self._is_reset():
                return
            self._commits = b"COMMIT" in data
            if self._faults.delay:
                await asyncio.sleep(random.random() * self._faults.delay)
            if self._faults.silent:
                await swallow(reader)
                return
            writer.write(data)
            await writer.drain()

    async def _to_client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(CHUNK):
            if self._silent:
                # PostgreSQL has answered the commit; nobody hears it.
                self._faults.cut += 1
                return
            if self._commits and self._faults.meanwhile is not None:
                meanwhile, self._faults.meanwhile = self._faults.meanwhile, None
                await meanwhile()
            if self._is_reset():
                return
            if self._faults.silent or self._faults.answers_lost:
                self._mute = True
            if not self._mute:
                writer.write(data)
                await writer.drain()

    def _is_reset(self) -> bool:
        reset = random.random() < self._faults.reset
        self._faults.resets += reset
        return reset
