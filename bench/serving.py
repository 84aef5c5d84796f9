"""The application in processes of its own, and callers who ask it as fast as it answers."""

import asyncio
import os
import secrets
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import httpx
from msgspec import Struct
from sqlalchemy.ext.asyncio import async_sessionmaker

from bench.machine import quantile
from bench.plain_http import head_of_answer, request
from bench.processor import Effort, effort
from booking_core.access.scopes import Scope
from booking_core.api_clients.api_client import ClientLimits, create_api_client
from booking_core.api_clients.tokens import issue_token
from booking_core.storage.database import open_engine
from booking_core.time.clock import SystemClock
from web.settings import Settings

# More callers than one process answers at once, fewer than make a queue that only measures itself.
CALLERS = 16


class Server(Struct, frozen=True):
    """One application in several processes, each on a port of its own, as behind a proxy that deals out
    connections in turn."""

    base_urls: list[str]
    pids: list[int]
    settings: Settings


@asynccontextmanager
async def serving_api(settings: Settings, processes: int = 2, workers: int = 0) -> AsyncIterator[Server]:
    """`zimun serve` and `zimun worker` on these servers, so many times; ended in the end."""
    secret = secrets.token_urlsafe(32)
    ports = [_free_port() for _ in range(processes)]
    base_urls = [f"http://127.0.0.1:{port}" for port in ports]
    environment = {
        **os.environ,
        "DATABASE_URL": settings.database_url,
        "REDIS_URL": settings.redis_url,
        "SECRET_KEY": secret,
        "PUBLIC_URL": base_urls[0],
        "LOG_LEVEL": "error",
    }
    running = [await _process("serve", {**environment, "PORT": str(port)}) for port in ports]
    running += [await _process("worker", environment) for _ in range(workers)]
    try:
        for base_url in base_urls:
            await _answers(base_url)
        yield Server(base_urls, [process.pid for process in running], settings)
    finally:
        for process in running:
            process.terminate()
        for process in running:
            await process.wait()


async def _process(command: str, environment: dict[str, str]) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(sys.executable, "-m", "web.cli", command, env=environment)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


async def http_client(server: Server, organization_id: str) -> str:
    """An access token of a new client that may do everything, practically without limits."""
    engine = open_engine(server.settings.database_url, pool_size=1)
    now = SystemClock().now()
    async with async_sessionmaker(engine)() as session, session.begin():
        limits = ClientLimits(requests_per_minute=10_000_000, holds_at_once=1_000_000, bookings_per_day=None)
        new = create_api_client(session, organization_id, "bench", tuple(Scope), now, limits)
        await session.flush()
        token = await issue_token(session, new.client, tuple(Scope), None, now)
    await engine.dispose()
    return token


class Rate(Struct, frozen=True):
    """Answers a second, how long callers waited for each, and the processor's milliseconds that each took."""

    per_second: float
    effort: Effort
    p50_ms: float
    p99_ms: float


async def requests_per_second(
    server: Server, path: str, token: str, seconds: float, message: bytes = b"", **headers: str
) -> Rate:
    """How many answers come back a second to 16 callers; raises for one that is no success. With a message it
    is posted."""
    waits: list[float] = []
    until = time.perf_counter() + seconds

    async def caller(base_url: str) -> None:
        address = urlsplit(base_url)
        sent = {"Host": address.netloc, "Authorization": f"Bearer {token}", **headers}
        asking = request("POST" if message else "GET", path, sent, message)
        reader, writer = await asyncio.open_connection(address.hostname, address.port)
        while (asked := time.perf_counter()) < until:
            writer.write(asking)
            await reader.readexactly(await head_of_answer(reader))
            waits.append((time.perf_counter() - asked) * 1000)
        writer.close()

    urls = server.settings.database_url, server.settings.redis_url
    before, begun = effort(*urls, server.pids), time.perf_counter()
    await asyncio.gather(*(caller(server.base_urls[one % len(server.base_urls)]) for one in range(CALLERS)))
    took = time.perf_counter() - begun
    spent = effort(*urls, server.pids).since(before, len(waits))
    return Rate(len(waits) / took, spent, quantile(waits, 50), quantile(waits, 99))


async def _answers(base_url: str) -> None:
    async with httpx.AsyncClient() as http:
        for _ in range(1200):
            try:
                if (await http.get(f"{base_url}/health/live")).status_code == 200:
                    return
            except httpx.TransportError:
                await asyncio.sleep(0.1)
    raise SystemExit("the server did not start")
