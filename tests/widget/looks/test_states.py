"""axe finds nothing to complain of, best practices included, in anything the chat can show: in a language of
each direction and one with long words, light and dark, on a phone and on a desk.

Every day the rules of structure are asked on each width and in each direction, and those of colours by day
and by night; at full size every rule in every look of every language.
"""

import json
from itertools import product

import pytest
from playwright.async_api import Page, expect

from tests.axe import COLOURS, EVERY_RULE, STRUCTURE, Rules
from tests.journeys.pages.examiner import Examiner
from tests.widget.looks.stage import FIRST, play
from tests.widget.websites import Website

Look = tuple[str, int, Rules]
EVERY_LOOK: list[Look] = [(*look, EVERY_RULE) for look in product(("light", "dark"), (390, 1280))]
# All languages have the same colours.
EVERY_DAY: dict[str, list[Look]] = {
    "en": [("light", 390, EVERY_RULE), ("dark", 1280, COLOURS)],
    "de": [("light", 390, STRUCTURE)],
    "he": [("light", 1280, STRUCTURE)],
}
TOKEN = json.dumps({"id": "c", "token": "t"})


@pytest.fixture
def examiner(full: bool) -> Examiner:
    return Examiner(full=full)


async def examine(page: Page, examiner: Examiner, state: str, lang: str) -> None:
    for scheme, width, rules in EVERY_LOOK if examiner.full else EVERY_DAY[lang]:
        await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        await page.set_viewport_size({"width": width, "height": 2400})
        await examiner.sees(f"{state}, {scheme}, {width} px", page, rules=rules)


@pytest.mark.parametrize("lang", EVERY_DAY)
async def test_nothing_it_can_show_has_barriers(
    page: Page, ours: Website, examiner: Examiner, lang: str
) -> None:
    await play(page)
    await page.clock.install(time=f"{FIRST}T06:00:00Z")
    await page.goto(f"{ours.url}/c/o_demo?lang={lang}")
    await expect(page.locator(".soonest .time strong").first).to_be_visible()
    await examine(page, examiner, "opening", lang)
    await page.locator(".people button").click()
    await page.locator(".person .service").click()
    await expect(page.locator("[role=tabpanel] .time").first).to_be_visible()
    await page.locator(".turning .tool").last.click()
    await expect(page.get_by_role("grid").locator("button:not(.none)").first).to_be_visible()
    await examine(page, examiner, "days and month", lang)
    await page.evaluate("(token) => localStorage.setItem('zimun:o_demo', token)", TOKEN)
    await page.reload()
    await expect(page.locator(".sheet")).to_be_visible()
    await page.locator(".sheet .primary").click()
    await page.get_by_label("Email").last.fill("ada@gmial.com")
    await page.clock.run_for(1_000)
    await expect(page.locator(".meant button").first).to_be_visible()
    await page.locator(".heading .tool").first.click()
    await examine(page, examiner, "conversation", lang)
    assert examiner.found == []
