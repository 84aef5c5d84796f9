"""Our website, and a website of somebody who pasted the snippet."""

from collections.abc import AsyncIterator, Iterator

import pytest
from playwright.async_api import Browser, Page

from tests.widget.websites import Website, website


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
