"""A cable between a browser and our server that can be pulled out in the middle of a stream, and plugged in
again.

A browser that is told to be offline keeps the streams it has; this ends them, as a tunnel or a dead router
does.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from urllib.parse import urlsplit

AT_ONCE = 65536


class Cable:
    """``url`` is our server as it is seen through the cable."""

    def __init__(self, ours: str) -> None:
        self._port = urlsplit(ours).port
        self._ends: set[asyncio.StreamWriter] = set()
        self._is_out = False
        self.url = ""

    def pull_out(self) -> None:
        """Every connection ends without a word, and none is made."""
        self._is_out = True
        for end in self._ends:
            end.transport.abort()

    def plug_in(self) -> None:
        self._is_out = False

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._is_out:
            writer.transport.abort()
            return
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._port)
        both = {writer, far_writer}
        self._ends |= both
        with suppress(ConnectionError):
            await asyncio.gather(_copy(reader, far_writer), _copy(far_reader, writer))
        self._ends -= both


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(AT_ONCE):
            writer.write(data)
            await writer.drain()
    finally:
        writer.close()


@asynccontextmanager
async def cable_to(ours: str) -> AsyncIterator[Cable]:
    cable = Cable(ours)
    server = await asyncio.start_server(cable.carry, "127.0.0.1", 0)
    cable.url = f"http://localhost:{server.sockets[0].getsockname()[1]}"
    yield cable
    cable.pull_out()
    server.close()
