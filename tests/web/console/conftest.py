"""The console behind a real server, and a page of a browser that looks at it."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
import uvicorn
from playwright.async_api import Browser, Page

from booking_core.core import BookingCore
from booking_core.ids import new_id
from tests.web.console.stage import console_app
from web.settings import Settings

BREACHES = ("Content Security Policy", "Uncaught", "net::ERR")


@pytest.fixture
async def address(core: BookingCore) -> AsyncIterator[str]:
    """Where the console is served, by the server that serves it in production."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    app = console_app(core, Settings(public_url=url))
    config = uvicorn.Config(
        app, log_config=None, access_log=False, forwarded_allow_ips="*", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve([listener]))
    while not server.started:  # noqa: ASYNC110 - uvicorn tells by this flag alone
        await asyncio.sleep(0.01)
    yield url
    server.should_exit = True
    with suppress(asyncio.CancelledError):
        await serving


@pytest.fixture
async def page(browser: Browser, address: str) -> AsyncIterator[Page]:
    """A page that must not complain, load from elsewhere, or open a dialog."""
    complaints: list[str] = []
    # From a network of its own: what one test tries does not slow down another.
    context = await browser.new_context(
        base_url=address,
        viewport={"width": 1280, "height": 820},
        extra_http_headers={"X-Forwarded-For": new_id("net")},
    )
    page = await context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(f"dialog {dialog.message}"))
    page.on("console", lambda said: complaints.append(said.text) if _is_breach(said.text) else None)
    page.on("request", lambda asked: None if asked.url.startswith(address) else complaints.append(asked.url))
    yield page
    await context.close()
    assert complaints == []


def _is_breach(text: str) -> bool:
    return any(sign in text for sign in BREACHES)
