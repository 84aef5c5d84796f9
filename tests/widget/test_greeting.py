"""The greeting: a word of welcome beside the launcher, after a while, where the site asks for it."""

import pytest
from playwright.async_api import Page, expect

from tests.widget.opened import LAUNCHER, conversation, open_page
from tests.widget.websites import Website

GREETING = "zimun-chat .greeting"
LATER = "01:00:01"


@pytest.fixture
async def page(page: Page) -> Page:
    """A page whose hours pass when the test says so."""
    await page.clock.install()
    return page


async def comes(page: Page, shop: Website, attributes: str = "data-lang=en", *, greets: int = 1) -> None:
    await page.goto(f"{shop.url}/snippet?data-greeting-delay=3600&{attributes}")
    await expect(page.locator(LAUNCHER)).to_be_visible()
    await expect(page.locator(GREETING)).to_have_count(0)
    await page.clock.fast_forward(LATER)
    await expect(page.locator(GREETING)).to_have_count(greets)


async def test_it_comes_after_its_delay_and_asks_for_nothing_but_itself(
    page: Page, ours: Website, shop: Website
) -> None:
    await comes(page, shop)
    await expect(page.get_by_role("button", name="Hello! Shall I book you in?")).to_be_visible()
    assert ours.asked == ["/embed/chat.js", "/embed/greeting.js"]
    assert await page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert await page.evaluate("document.activeElement === document.body")


async def test_where_it_cannot_be_fetched_the_page_hears_nothing_of_it(
    page: Page, ours: Website, shop: Website
) -> None:
    ours.broken.add("/embed/greeting.js")
    await page.add_init_script(
        "window.failed = 0; addEventListener('unhandledrejection', () => { failed += 1 })"
    )
    async with page.expect_response("**/embed/greeting.js"):
        await comes(page, shop, greets=0)
    await expect(page.locator(LAUNCHER)).to_be_visible()
    assert await page.evaluate("failed") == 0


async def test_pressed_it_opens_the_chat_and_is_gone(page: Page, shop: Website) -> None:
    await comes(page, shop)
    await page.get_by_role("button", name="Hello!").click()
    frame = await conversation(page)
    await expect(frame.locator("textarea")).to_be_focused()
    await expect(page.locator(GREETING)).to_have_count(0)
    await page.evaluate("zimun('close')")
    await expect(page.locator(LAUNCHER)).to_be_focused()
    await expect(page.locator(GREETING)).to_have_count(0)


async def test_its_cross_takes_it_away_by_keyboard_and_leaves_the_focus_on_the_launcher(
    page: Page, shop: Website
) -> None:
    await comes(page, shop)
    await page.locator(LAUNCHER).focus()
    await page.keyboard.press("Shift+Tab")
    await expect(page.get_by_role("button", name="Close")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator(GREETING)).to_have_count(0)
    await expect(page.locator(LAUNCHER)).to_be_focused()
    await expect(page.locator("zimun-chat iframe")).to_have_count(0)


async def test_whoever_has_found_the_chat_is_not_greeted(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/snippet?data-greeting-delay=3600")
    await open_page(page)
    await page.evaluate("zimun('close')")
    await page.clock.fast_forward(LATER)
    await expect(page.locator(LAUNCHER)).to_be_visible()
    await expect(page.locator(GREETING)).to_have_count(0)


@pytest.mark.parametrize("mode", ["none", "inline&data-target=%23place"])
async def test_without_a_launcher_there_is_no_greeting(page: Page, shop: Website, mode: str) -> None:
    await page.goto(f"{shop.url}/snippet?data-greeting-delay=3600&data-mode={mode}")
    await page.wait_for_function("window.zimun?.version")
    await page.clock.fast_forward(LATER)
    await expect(page.locator(GREETING)).to_have_count(0)


async def test_it_says_what_the_site_wants_said_and_as_words_only(page: Page, shop: Website) -> None:
    await comes(page, shop, "data-greeting=Hair+%3Cb%3Etoday%3C/b%3E?")
    await expect(page.get_by_role("button", name="Hair <b>today</b>?")).to_be_visible()


@pytest.mark.parametrize(
    ("lang", "words", "dismiss"), [("de-AT", "Hallo!", "Schließen"), ("ar", "مرحبًا!", "إغلاق")]
)
async def test_it_speaks_the_language_of_the_page(
    page: Page, shop: Website, lang: str, words: str, dismiss: str
) -> None:
    await comes(page, shop, f"data-lang={lang}")
    await expect(page.get_by_role("button", name=words)).to_be_visible()
    await expect(page.get_by_role("button", name=dismiss)).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
async def test_it_stands_above_the_launcher_within_the_screen(page: Page, shop: Website, width: int) -> None:
    await page.set_viewport_size({"width": width, "height": 700})
    await comes(page, shop, "data-position=left&data-greeting=" + "long+words+" * 12)
    greeting, launcher = [await page.locator(one).bounding_box() for one in (GREETING, LAUNCHER)]
    assert greeting
    assert launcher
    assert greeting["x"] == launcher["x"] == 20
    assert greeting["x"] + greeting["width"] <= width
    assert greeting["y"] + greeting["height"] <= launcher["y"] - 8


async def test_a_tag_manager_may_put_the_chat_there_after_everything_else(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/demo/tag.html")
    await expect(page.locator(LAUNCHER)).to_be_visible()
    await page.clock.fast_forward("00:03")
    await page.get_by_role("button", name="Hello!").click()
    await conversation(page)
