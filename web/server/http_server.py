"""Serving: the web application until a signal ends it, and whatever works beside it."""

import asyncio
import signal
import socket
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from litestar import Litestar

from web.server.gc_tuning import freeze_startup_objects
from web.server.http_timeouts import TimeoutProtocol
from web.server.signals import on_signals
from web.settings import Settings

# Seconds after which whoever still does not end is cut off, when we stop.
GIVE_UP_AFTER = 30


class WebServer(uvicorn.Server):
    """uvicorn, telling when it is ready, and leaving the signals to us: after it, more has to be stopped."""

    def __init__(self, config: uvicorn.Config, patience: float, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._patience = patience
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._on_ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        hanging_up = asyncio.create_task(self._hang_up())
        await super().shutdown(sockets)
        hanging_up.cancel()

    async def _hang_up(self) -> None:
        """Streams never end by themselves. Hung up on, their readers go on with the next process where they
        were."""
        await asyncio.sleep(self._patience)
        for connection in list(self.server_state.connections):
            connection.transport.close()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        on_signals(self.handle_exit)
        yield
        on_signals(signal.SIG_IGN)


async def serve(
    app: Litestar,
    settings: Settings,
    listener: socket.socket,
    *,
    patience: float,
    beside: Coroutine[Any, Any, None] | None = None,
    on_ready: Callable[[], None] = lambda: None,
) -> None:
    """Serve until a signal. ``patience``: seconds that requests get to be answered in then.

    Raises whatever ``beside`` raises; web and worker end together.
    """
    server = WebServer(server_config(app, settings), patience, on_ready)
    freeze_startup_objects()
    if beside is None:
        return await server.serve([listener])
    serving, working = asyncio.create_task(server.serve([listener])), asyncio.create_task(beside)
    await asyncio.wait((serving, working), return_when=asyncio.FIRST_COMPLETED)
    server.should_exit = True
    await serving
    working.cancel()
    await asyncio.wait((working,))
    return None if working.cancelled() else working.result()


def server_config(app: Litestar, settings: Settings) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=TimeoutProtocol,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=list(settings.trusted_proxies),
        timeout_graceful_shutdown=GIVE_UP_AFTER,
    )
