"""axe finds nothing to complain of, best practices included, in anything the chat can show: in a language of
each direction and one with long words, light and dark, on a phone and on a desk."""

import json
from itertools import product

import pytest
from playwright.async_api import Page, expect

from tests.journeys.pages.examiner import Examiner
from tests.widget.looks.stage import FIRST, play
from tests.widget.websites import Website

LOOKS = tuple(product(("light", "dark"), (390, 1280)))
TOKEN = json.dumps({"id": "c", "token": "t"})


@pytest.fixture
def examiner(full: bool) -> Examiner:
    return Examiner(full=full)


async def examine(page: Page, examiner: Examiner, state: str) -> None:
    """In every look."""
    for scheme, width in LOOKS:
        await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        await page.set_viewport_size({"width": width, "height": 2400})
        await examiner.sees(f"{state}, {scheme}, {width} px", page)


@pytest.mark.parametrize("lang", ["en", "de", "he"])
async def test_nothing_it_can_show_has_barriers(
    page: Page, ours: Website, examiner: Examiner, lang: str
) -> None:
    await play(page)
    await page.clock.install(time=f"{FIRST}T06:00:00Z")
    await page.goto(f"{ours.url}/c/o_demo?lang={lang}")
    await expect(page.locator(".soonest .time strong").first).to_be_visible()
    await examine(page, examiner, "opening")
    await page.locator(".people button").click()
    await page.locator(".person .service").click()
    await expect(page.locator("[role=tabpanel] .time").first).to_be_visible()
    await page.locator(".turning .tool").last.click()
    await expect(page.get_by_role("grid").locator("button:not(.none)").first).to_be_visible()
    await examine(page, examiner, "days and month")
    await page.evaluate("(token) => localStorage.setItem('zimun:o_demo', token)", TOKEN)
    await page.reload()
    await expect(page.locator(".sheet")).to_be_visible()
    await page.locator(".sheet .primary").click()
    await page.get_by_label("Email").last.fill("ada@gmial.com")
    await page.clock.run_for(1_000)
    await expect(page.locator(".meant button").first).to_be_visible()
    await page.locator(".heading .tool").first.click()
    await examine(page, examiner, "conversation")
    assert examiner.found == []
