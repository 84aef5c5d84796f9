"""People arriving with their browsers: at a desk, or with a phone in the hand."""

from typing import Any

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page

from tests.journeys.cast.album import Album
from tests.journeys.cast.customer import Customer

DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"}
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
    "color_scheme": "light",
}
BREACHES = ("Content Security Policy", "Trusted", "Uncaught")


class Arrivals:
    """Everybody who came during one journey. ``complaints`` are the errors their pages reported."""

    def __init__(self, browser: Browser, album: Album) -> None:
        self.browser = browser
        self.album = album
        self.complaints: list[str] = []
        self._contexts: list[BrowserContext] = []

    async def customer(self, device: dict[str, Any] = DESK, **more: Any) -> Customer:
        """Somebody with a browser that knows nothing yet. ``more`` are options of Playwright's contexts."""
        return Customer(await self.page(device, **more), self.album)

    async def page(self, device: dict[str, Any] = DESK, **more: Any) -> Page:
        options = {"locale": "en-US", "timezone_id": "Europe/Berlin", **device, **more}
        context = await self.browser.new_context(**options)
        self._contexts.append(context)
        context.on("page", self._listen_to)
        return await context.new_page()

    async def leave(self) -> None:
        for context in self._contexts:
            await context.close()

    def _listen_to(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._read)

    def _read(self, said: ConsoleMessage) -> None:
        if any(sign in said.text for sign in BREACHES):
            self.complaints.append(said.text)
