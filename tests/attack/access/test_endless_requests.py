"""Requests without end, at real sockets: whatever a parser keeps to itself is bounded, and nobody else
notices."""

import asyncio
import os
import socket
from collections.abc import AsyncIterator
from contextlib import suppress
from urllib.parse import urlsplit

import httpx
import psutil
import pytest
from msgspec import Struct

from bench.serving import serving_api
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.serving import NO_TLS, serving, settings_on
from web.embedded import EmbeddedServers
from web.server.http_timeouts import LONGEST_HEAD, MOST_WAITING

PIECE = b"a" * 16_384
START = b"POST /oauth/token HTTP/1.1\r\nHost: localhost\r\n"
CHUNKED = START + b"Transfer-Encoding: chunked\r\n\r\n"
MEGABYTE = 1024 * 1024


class Endless(Struct, frozen=True):
    """How it begins, and what is sent for ever after that."""

    begins: bytes
    goes_on: bytes


REQUESTS = {
    "a header": Endless(START + b"X-Long: ", PIECE),
    "the name of a header": Endless(START, PIECE),
    "headers": Endless(START, b"X-One: 1\r\n" * 1_500),
    "headers without a value": Endless(START, b"a:\r\n" * 4_000),
    "a folded header": Endless(START + b"X-Long: 1", b"\r\n " + PIECE),
    "a path": Endless(b"GET /", PIECE),
    "a query": Endless(b"GET /?q=", PIECE),
    "a method": Endless(b"", PIECE),
    "a header behind an answered request": Endless(
        b"GET /health/ready HTTP/1.1\r\nHost: x\r\n\r\n" + START + b"X: ", PIECE
    ),
    "trailers": Endless(CHUNKED + b"1\r\na\r\n0\r\n", b"X-One: 1\r\n" * 1_500),
    "a trailer": Endless(CHUNKED + b"1\r\na\r\n0\r\nX-Long: ", PIECE),
    "what belongs to a chunk": Endless(CHUNKED + b"1;", PIECE),
    "the size of a chunk": Endless(CHUNKED, b"0" * 16_384),
    "requests at once": Endless(b"", b"GET /chat/v1/conversations HTTP/1.1\r\nHost: x\r\n\r\n" * 300),
}


class Listener(Struct, frozen=True):
    """A server's address, and the process in which it runs."""

    url: str
    pid: int

    @property
    def address(self) -> tuple[str, int]:
        parts = urlsplit(self.url)
        return parts.hostname or "", parts.port or 0


@pytest.fixture(scope="module")
async def server(servers: EmbeddedServers, full: bool) -> AsyncIterator[Listener]:
    """At full size a process of its own, whose memory is its own."""
    settings = settings_on(servers)
    if full:
        async with serving_api(settings, processes=1) as server:
            yield Listener(server.base_urls[0], server.pids[0])
    else:
        async with serving(settings) as url:
            yield Listener(url, os.getpid())


async def test_no_request_without_end_is_listened_to(
    server: Listener, size: Sized, full: bool, figures: Figures
) -> None:
    process, most = psutil.Process(server.pid), size(300, 40) * MEGABYTE
    before, taken = process.memory_info().rss, {}
    for name, endless in REQUESTS.items():
        taken[name] = await take_bytes(server, endless, most)
        assert taken[name] < most, name
    grown = process.memory_info().rss - before
    figures.note(most_taken_kb=max(taken.values()) // 1024, grown_mb=grown // MEGABYTE)
    assert grown < 24 * MEGABYTE or not full


async def test_what_is_too_long_is_told_and_the_rest_is_answered(server: Listener) -> None:
    async with httpx.AsyncClient(verify=NO_TLS, base_url=server.url, timeout=30) as http:
        for size, status in ((LONGEST_HEAD // 2, 200), (LONGEST_HEAD * 2, 431), (LONGEST_HEAD // 2, 200)):
            answer = await http.get("/health/ready", headers={"X-Long": "a" * size})
            assert answer.status_code == status
        answer = await http.get("/health/ready", headers=[("X-One", "1")] * 5_000)
        assert (answer.status_code, answer.json()["code"]) == (431, "head_too_large")
        assert (await http.get(f"/health/ready?{'a' * LONGEST_HEAD}")).status_code == 431


async def test_a_few_requests_at_once_are_answered_in_their_order(server: Listener) -> None:
    reader, writer = await asyncio.open_connection(*server.address)
    writer.write(b"GET /health/ready HTTP/1.1\r\nHost: x\r\n\r\n" * MOST_WAITING)
    for _ in range(MOST_WAITING):
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 60)
        assert head.startswith(b"HTTP/1.1 200")
        length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length"))
        await reader.readexactly(int(length.partition(b":")[2]))
    writer.close()


async def take_bytes(server: Listener, endless: Endless, most: int) -> int:
    """Bytes until the server hung up; ``most`` where it never did."""
    reader, writer = await asyncio.open_connection(*server.address, limit=MEGABYTE)
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 65_536)
    draining = asyncio.create_task(reader.read(-1))
    sent = 0
    with suppress(ConnectionError, TimeoutError):
        writer.write(endless.begins)
        while sent < most and not draining.done():
            writer.write(endless.goes_on)
            await asyncio.wait_for(writer.drain(), 5)
            sent += len(endless.goes_on)
    writer.close()
    draining.cancel()
    with suppress(ConnectionError, asyncio.CancelledError):
        await draining
    return sent
