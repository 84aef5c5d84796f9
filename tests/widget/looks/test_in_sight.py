"""What is looked for is in sight: whole names, the newest message, and what was pressed for."""

import asyncio
from typing import Any

import pytest
from playwright.async_api import Page, Route, expect

from tests.widget.looks import stage
from tests.widget.looks.test_days_from_cards import come_back
from tests.widget.websites import Website

NAMES = {"de": "Damenhaarschnittberatung", "en": "Bridal styling", "he": "תספורת נשים ארוכה"}
LONG = {"amount": "28.50", "currency": "EUR", "each": True}


def services(lang: str) -> list[dict[str, Any]]:
    lengths = [
        {"duration_min": 60, "name": "kurze Haare", "price": stage.PRICE},
        {"duration_min": 90, "name": "sehr lange Haare", "price": LONG},
    ]
    named = {**stage.SERVICE, "name": NAMES[lang]}
    return [{**named, "lengths": lengths}, {**named, "id": "t", "price": LONG, "lengths": []}]


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    monkeypatch.setitem(stage.OPENING, "services", services(request.param))


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize(("offered", "lang"), [(lang, lang) for lang in NAMES], indirect=["offered"])
async def test_a_service_stands_in_whole_words_above_its_lengths(
    page: Page, offered: None, ours: Website, lang: str, width: int
) -> None:
    await stage.play(page)
    await page.set_viewport_size({"width": width, "height": 844})
    await page.goto(f"{ours.url}/c/o_demo?lang={lang}")
    rows = page.locator(".opening > section > .services .service")
    await expect(rows).to_have_count(2)
    for row in await rows.all():
        name = row.locator(".what > strong")
        lines = await name.evaluate("(it) => it.getBoundingClientRect().height / 21.75")
        assert lines < len(NAMES[lang].split()) + 0.5
        assert await row.evaluate("(it) => it.scrollWidth <= it.clientWidth")
        inside = """(it) => {
            const [list, icon] = [it.closest(".services"), it].map((one) => one.getBoundingClientRect());
            return icon.right <= list.right && icon.left >= list.left;
        }"""
        assert await row.locator(".icon").last.evaluate(inside)
    await expect(rows.first.locator(".what")).to_contain_text("sehr lange Haare")


@pytest.mark.parametrize("height", [600, 844])
async def test_who_comes_back_is_at_the_newest_message(page: Page, ours: Website, height: int) -> None:
    await page.set_viewport_size({"width": 390, "height": height})

    async def late(route: Route) -> None:
        """The cards come after the words, as they do on a slow phone."""
        await asyncio.sleep(0.3)
        await route.continue_()

    await page.route("**/cards.*", late)
    await come_back(page, ours)
    await expect(page.locator(".booking").last).to_be_visible()
    await expect(page.locator(".booking").last).to_be_in_viewport()
    await expect(page.locator(".jump")).to_be_hidden()


async def test_times_to_book_again_are_in_sight(page: Page, ours: Website) -> None:
    await page.set_viewport_size({"width": 390, "height": 600})
    await come_back(page, ours)
    await page.locator(".booking.cancelled").get_by_role("button", name="Book again").click()
    time = page.locator("[role=tabpanel] .time").first
    await expect(time).to_be_visible()
    top = "(it) => it.getBoundingClientRect().top - it.closest('.log').getBoundingClientRect().top"
    assert 0 <= await page.locator(".picker").evaluate(top) < 40


async def test_a_number_runs_from_left_to_right_among_hebrew(
    page: Page, ours: Website, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversation = stage.conversation()
    card = conversation["messages"][-1]["blocks"][0]
    card["customer"] = {"name": "אל-קודסי", "contact": "+972 50-123-4567"}
    monkeypatch.setattr(stage, "conversation", lambda: conversation)
    await come_back(page, ours, "he")
    contact = page.locator("bdi[dir=ltr]", has_text="+972")
    await expect(contact).to_be_visible()
    await expect(page.locator(".booking li", has=contact).locator(".icon-phone")).to_have_count(1)
