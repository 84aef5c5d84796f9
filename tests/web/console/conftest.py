"""The console behind a real server, and a page of a browser that looks at it; and an owner who is signed in
with a browser without scripts."""

from collections.abc import AsyncIterator

import pytest
from msgspec import Struct
from playwright.async_api import Browser, Page

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.serving import serving
from tests.web.console import stage
from tests.web.console.stage import console_of, operator_of
from web.settings import Settings

BREACHES = ("Content Security Policy", "Uncaught", "net::ERR")


class Served(Struct):
    """A console at an address, and on whose core it works: each test's in turn."""

    address: str = ""
    core: BookingCore | None = None

    def core_of_the_test(self) -> BookingCore:
        assert self.core is not None
        return self.core


@pytest.fixture(scope="session")
async def served_console() -> AsyncIterator[Served]:
    """By the server that serves it in production."""
    served = Served()
    settings = Settings(trusted_proxies=("*",))
    async with serving(settings, lambda own: console_of(own, served.core_of_the_test)) as served.address:
        yield served


@pytest.fixture
def address(served_console: Served, core: BookingCore) -> str:
    """Where the console is served."""
    served_console.core = core
    return served_console.address


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


@pytest.fixture
async def owner(core: BookingCore, salon: DemoSalon) -> AsyncIterator[stage.Browser]:
    """The salon's owner, signed in."""
    olive = await operator_of(core, salon)
    async with stage.Browser(core) as browser:
        await browser.enter(olive)
        yield browser


def _is_breach(text: str) -> bool:
    return any(sign in text for sign in BREACHES)
