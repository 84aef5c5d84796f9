"""Clients that never read, or ask without end: they are hung up on, and others are answered."""

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress

import httpx
import psutil
import pytest
from redis.asyncio import Redis

from agent.live_stream.stream import ConversationLog
from booking_core.maintenance.demo import DemoSalon
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.attack.turns.pages import Page, frames
from tests.attack.turns.workers import until
from tests.serving import NO_TLS, serving
from web.server import http_timeouts
from web.settings import Settings


@pytest.fixture
def patient_a_second(full: bool, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes one of our patiences a second, but for runs at full size."""

    def make(name: str) -> None:
        if not full:
            monkeypatch.setattr(http_timeouts, name, 1)

    return make


async def test_whoever_never_reads_is_hung_up_on_and_whoever_comes_back_has_missed_nothing(
    settings: Settings,
    redis: Redis,
    salon: DemoSalon,
    size: Sized,
    figures: Figures,
    patient_a_second: Callable[[str], None],
) -> None:
    patient_a_second("SECONDS_TO_READ")
    dead, events = size(100, 3), 300
    async with serving(settings) as url, httpx.AsyncClient(verify=NO_TLS, timeout=30) as http:
        port = int(url.rpartition(":")[2])
        pages = [await Page.opened([url], salon.organization_id, http) for _ in range(dead)]
        sockets = [never_reads(port, page) for page in pages]
        await until(lambda: connections(port) >= dead)
        begun = asyncio.get_running_loop().time()
        log = ConversationLog(redis)
        for page in pages:
            await log.append(
                page.path.rpartition("/")[2], [("noise", {"n": n, "of": "x" * 4000}) for n in range(events)]
            )
        await until(lambda: connections(port) <= 1, within=http_timeouts.SECONDS_TO_READ + 10)
        figures.note(dead=dead, hung_up_after_s=round(asyncio.get_running_loop().time() - begun, 1))
        assert await noise_told(http, url, pages[0], events) == list(range(events))
        for one in sockets:
            one.close()


async def noise_told(http: httpx.AsyncClient, url: str, page: Page, most: int) -> list[int]:
    """The noise that somebody is told who comes back to the page, up to so much of it."""
    told: list[int] = []
    headers = page.headers | {"Last-Event-ID": page.cursor}
    async with http.stream("GET", f"{url}{page.path}/events", headers=headers) as response:
        async for _, name, data in frames(response):
            if name == "noise":
                told.append(data["n"])
            if len(told) == most:
                break
    return told


async def test_whoever_asks_without_end_is_hung_up_on_and_others_are_answered(
    settings: Settings,
    salon: DemoSalon,
    size: Sized,
    figures: Figures,
    patient_a_second: Callable[[str], None],
) -> None:
    """Half a request that trickles in, and bodies without measure."""
    patient_a_second("SECONDS_TO_ASK")
    slow, large = size(50, 5), size(1000, 10)
    async with serving(settings) as url, httpx.AsyncClient(verify=NO_TLS, base_url=url, timeout=30) as http:
        port = int(url.rpartition(":")[2])
        trickling = [asyncio.create_task(trickles(port)) for _ in range(slow)]
        before = psutil.Process().memory_info().rss
        for _ in range(large):
            answer = await http.post("/chat/v1/conversations", content=b"x" * 300_000)
            assert answer.status_code == httpx.codes.REQUEST_ENTITY_TOO_LARGE
        assert (await http.get("/health/live")).status_code == httpx.codes.OK
        ended = await asyncio.gather(*trickling)
        assert all(ended)
        figures.note(slow=slow, large=large, mb_more=(psutil.Process().memory_info().rss - before) >> 20)


def never_reads(port: int, page: Page) -> socket.socket:
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.connect(("127.0.0.1", port))
    asked = (
        f"GET {page.path}/events HTTP/1.1\r\nHost: x\r\nAuthorization: {page.headers['Authorization']}\r\n"
    )
    connection.sendall(f"{asked}Last-Event-ID: {page.cursor}\r\n\r\n".encode())
    return connection


async def trickles(port: int) -> bool:
    """A header a moment, for ever; whether one is hung up on."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"POST /chat/v1/conversations HTTP/1.1\r\nHost: x\r\n")
    with suppress(ConnectionError):
        for number in range(200):
            writer.write(f"X-{number}: y\r\n".encode())
            with suppress(TimeoutError):
                if await asyncio.wait_for(reader.read(1), http_timeouts.SECONDS_TO_ASK / 10) == b"":
                    return True
        return False
    return True


def connections(port: int) -> int:
    """How many the server has accepted and not hung up on."""
    mine = psutil.Process().net_connections("tcp")
    return sum(one.laddr.port == port and one.status == psutil.CONN_ESTABLISHED for one in mine)
