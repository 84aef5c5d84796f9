"""A customer with a browser: what they see of the chat, and what they can do there."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Frame, FrameLocator, Locator, Page, expect

from tests.journeys.cast.album import Album

LAUNCHER = "Book a time"
LABELS = {"name": "Your name", "email": "Email or phone", "phone": "Email or phone"}

# A worker that has just started may have the whole machine against it.
ANSWERED_WITHIN_MS = 40_000


class Customer:
    """``chat`` is where the conversation is: the frame on somebody's page, or a page of its own."""

    def __init__(self, page: Page, album: Album, launcher: str = LAUNCHER) -> None:
        self.page = page
        self.album = album
        self.launcher = page.locator("zimun-chat").get_by_role("button", name=launcher)
        self.chat: FrameLocator | Page = page.frame_locator("zimun-chat iframe")

    async def goes_to(self, address: str) -> None:
        """The website with the snippet; the chat is still closed."""
        await self.page.goto(address)
        await expect(self.launcher).to_be_visible()

    async def goes_to_hosted(self, address: str) -> None:
        """The conversation as a page of its own."""
        self.chat = self.page
        await self.page.goto(address)
        await expect(self.composer).to_be_visible()

    async def opens(self) -> None:
        await (self.launcher.tap() if await self._has_touch() else self.launcher.click())
        await expect(self.composer).to_be_visible()
        if await self._has_touch():
            await expect(self.composer).not_to_be_focused()
        else:
            await self.keys_arrive()

    async def misses_an_answer(self) -> None:
        """Asks, closes the chat, and opens it once the launcher counts what came meanwhile."""
        await self.sends("what do you offer?")
        await self.page.keyboard.press("Escape")
        waiting = self.page.get_by_role("button", name=f"{LAUNCHER} 1")
        await expect(waiting).to_be_visible()
        await waiting.click()

    async def keys_arrive(self) -> None:
        """Waits until the focus has crossed over from the page's process to the frame's; keys pressed before
        are lost."""
        await expect(self.composer).to_be_focused()
        await self.frame.evaluate("addEventListener('keydown', () => { window.keysArrive = true })")
        async with asyncio.timeout(60):
            while not await self.frame.evaluate("window.keysArrive"):
                await self.page.keyboard.press("Shift")

    @property
    def composer(self) -> Locator:
        return self.chat.locator(".composer textarea")

    @property
    def messages(self) -> Locator:
        return self.chat.locator(".message")

    @property
    def answers(self) -> Locator:
        return self.chat.locator(".message.assistant")

    @property
    def being_written(self) -> Locator:
        return self.chat.locator(".message.assistant.streaming")

    @property
    def frame(self) -> Frame:
        return next(frame for frame in self.page.frames if "/embed/frame" in frame.url)

    async def says(self, text: str) -> str:
        """Type and send; the answer, once it has been written to its end."""
        async with self.answered():
            await self.sends(text)
        return await self.hears()

    async def sends(self, text: str) -> None:
        """Type and send, without waiting."""
        await self.composer.press_sequentially(text)
        await self.composer.press("Enter")

    async def presses(self, name: str, *, within: str = "") -> str:
        """Press the newest open button of that name, by finger or mouse; the answer."""
        button = self.button(name, within)
        async with self.answered():
            await (button.tap() if await self._has_touch() else button.click())
        return await self.hears()

    async def fills_in(self, **answers: str) -> str:
        """Fill in the newest sheet and book with it; the answer."""
        await self.writes(**answers)
        return await self.presses("Book · ")

    async def writes(self, **answers: str) -> None:
        """Fill in the newest sheet, without sending it."""
        for field, answer in answers.items():
            await self.chat.get_by_label(LABELS[field]).last.fill(answer)

    async def hears(self) -> str:
        """The newest answer's words."""
        return plain(await self.answers.last.locator(".bubble").inner_text())

    async def all_said(self) -> list[str]:
        """Every bubble of the conversation, in order."""
        bubbles = await self.messages.locator(".bubble").all_inner_texts()
        return [plain(text) for text in bubbles if text.strip()]

    async def times(self) -> list[str]:
        """The times on offer, as their buttons say them."""
        labels = await self.chat.locator(".time:enabled strong").all_inner_texts()
        return [plain(label) for label in labels]

    def button(self, name: str, within: str = "") -> Locator:
        place = self.chat.locator(f"{within} button:enabled").filter(visible=True)
        return place.filter(has_text=begins(name)).last

    @asynccontextmanager
    async def answered(self) -> AsyncIterator[None]:
        """Around a deed: waits until one more answer stands there, complete."""
        before = await self.answers.count()
        yield
        await expect(self.answers).to_have_count(before + 1, timeout=ANSWERED_WITHIN_MS)
        await self.is_silent()

    async def is_silent(self) -> None:
        """Waits until nothing is being written."""
        await expect(self.being_written).to_have_count(0, timeout=ANSWERED_WITHIN_MS)
        await expect(self.chat.locator(".typing")).to_be_hidden()

    async def keeps_picture(self, name: str) -> None:
        await self.album.keep(self.page, name)

    async def _has_touch(self) -> bool:
        return bool(await self.page.evaluate("navigator.maxTouchPoints > 0"))


def plain(text: str) -> str:
    """As people would type it: browsers write a narrow space that does not break before AM and PM."""
    return text.replace("\u202f", " ").replace("\xa0", " ").strip()


def begins(label: str) -> re.Pattern[str]:
    """A text that begins so, whatever kind of space stands in it."""
    return re.compile(r"^\s*" + r"\s".join(map(re.escape, label.split())))
