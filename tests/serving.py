"""The application at a real address, in this process: for tests that come in by the door."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import uvicorn
from litestar import Litestar
from msgspec import structs

from tests.operations.databases import Installation
from web.app import create_app
from web.embedded import EmbeddedServers
from web.server.http_server import server_config
from web.settings import Settings

# For clients of servers on this machine: by default each reads a hundred certificates, which takes 15 ms.
NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def settings_on(servers: EmbeddedServers | Installation, **more: Any) -> Settings:
    """What an installation on these servers would be told."""
    usual = {"public_url": "http://127.0.0.1", "secret_key": "a key that only the tests know, and long"}
    return Settings(database_url=servers.database_url, redis_url=servers.redis_url, **(usual | more))


@asynccontextmanager
async def serving(
    settings: Settings, made: Callable[[Settings], Litestar] = create_app
) -> AsyncIterator[str]:
    """An application on a free port, which it knows to be its public address; that address."""
    with listening() as listener:
        url = f"http://127.0.0.1:{port_of(listener)}"
        own = structs.replace(settings, public_url=url)
        async with serve(listener, made(own), own):
            yield url


def listening() -> socket.socket:
    """Of a protocol that is named, or asyncio keeps small answers back until the last has been acknowledged:
    40 ms each."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    listener.listen(128)
    return listener


def port_of(listener: socket.socket) -> int:
    port: int = listener.getsockname()[1]
    return port


@asynccontextmanager
async def serve(listener: socket.socket, app: Litestar, settings: Settings) -> AsyncIterator[None]:
    """Connections are treated as in production. In the end, whoever does not hang up is hung up on after a
    second."""
    config = server_config(app, settings)
    config.timeout_graceful_shutdown = 1
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve([listener]))
    while not server.started:  # noqa: ASYNC110 - uvicorn tells it by a flag only
        await asyncio.sleep(0.01)
    try:
        yield
    finally:
        # Also when the test has failed: it would go on with the number of a socket that is the next test's.
        server.should_exit = True
        await running
