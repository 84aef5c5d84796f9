"""A real browser, our website, and a website of somebody who pasted the snippet."""

import shutil
from collections.abc import AsyncIterator, Iterator

import pytest
from playwright.async_api import Browser, Page, async_playwright

from tests.widget.websites import Website, website

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Debian's chromium where it is installed, else the one Playwright brings."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        await browser.close()


@pytest.fixture
def ours() -> Iterator[Website]:
    with website() as site:
        yield site


@pytest.fixture
def shop(ours: Website) -> Iterator[Website]:
    """Another origin than ours."""
    with website(ours.url) as site:
        yield site


@pytest.fixture
async def page(browser: Browser) -> AsyncIterator[Page]:
    """A page that must not complain: errors of scripts and breaches of a policy fail the test."""
    complaints: list[str] = []
    context = await browser.new_context(viewport={"width": 1280, "height": 900})
    page = await context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if _is_breach(said.text) else None)
    yield page
    await context.close()
    assert complaints == []


def _is_breach(text: str) -> bool:
    return any(sign in text for sign in ("Content Security Policy", "Trusted", "Uncaught"))
