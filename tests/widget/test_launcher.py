"""The launcher on websites of every temper: it appears, opens, closes, and asks nothing of its host."""

from playwright.async_api import Page, expect

from tests.widget.opened import LAUNCHER, conversation, open_page
from tests.widget.websites import Website


async def test_nothing_is_asked_or_kept_before_it_is_opened(page: Page, ours: Website, shop: Website) -> None:
    await page.goto(f"{shop.url}/snippet")
    await expect(page.locator(LAUNCHER)).to_be_visible()
    await page.locator(LAUNCHER).hover()
    await page.wait_for_timeout(200)
    assert ours.asked == ["/embed/chat.js"]
    assert await page.context.cookies() == []
    assert await page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert await page.evaluate("document.querySelectorAll('iframe, style').length") == 0


async def test_it_opens_closes_with_escape_and_gives_the_focus_back(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/snippet")
    frame = await open_page(page)
    await expect(frame.locator("textarea")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.locator("zimun-chat .panel")).to_be_hidden()
    assert (
        await page.evaluate("document.querySelector('zimun-chat').shadowRoot.activeElement?.className")
        == "launcher round"
    )
    assert await page.locator(LAUNCHER).get_attribute("aria-expanded") == "false"


async def test_without_its_panel_it_becomes_a_link(page: Page, ours: Website, shop: Website) -> None:
    ours.broken.add("/embed/panel.js")
    await page.goto(f"{shop.url}/snippet")
    await page.locator(LAUNCHER).click()
    link = page.locator("zimun-chat a.launcher")
    await expect(link).to_be_visible(timeout=7000)
    assert await link.get_attribute("href") == f"{ours.url}/c/o_demo"
    assert await page.locator("zimun-chat iframe").count() == 0


async def test_whoever_waits_for_the_conversation_can_close_it_or_open_its_own_page(
    page: Page, ours: Website, shop: Website
) -> None:
    """Also on a phone, where it fills the screen; and the button becomes a link in the end."""
    ours.broken.add("/embed/frame")
    await page.clock.install()
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.goto(f"{shop.url}/snippet")
    await page.locator(LAUNCHER).click()
    await expect(page.locator("zimun-chat .panel")).to_be_visible()
    await page.clock.run_for(5_001)
    link = page.locator("zimun-chat .panel a")
    await expect(link).to_be_visible()
    assert await link.get_attribute("href") == f"{ours.url}/c/o_demo"
    await page.locator(LAUNCHER).click()
    await expect(page.locator("zimun-chat .panel")).to_be_hidden()
    await page.clock.run_for(25_000)
    await expect(page.locator("zimun-chat a.launcher")).to_be_visible()


async def test_a_theme_and_a_language_reach_the_conversation(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/snippet?data-lang=de&data-theme=dark")
    frame = await open_page(page)
    assert await frame.evaluate("document.documentElement.dataset.theme") == "dark"
    await expect(frame.get_by_placeholder("Nachricht schreiben")).to_be_visible()
    await page.evaluate("zimun('theme', 'light'); zimun('locale', 'he')")
    await expect(page.frame_locator("zimun-chat iframe").locator("html[dir=rtl]")).to_have_count(1)


async def test_the_pages_own_button_opens_it_and_gets_the_focus_back(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/snippet?data-mode=none&data-open-on=%23book")
    await page.wait_for_function("window.zimun?.version")
    await expect(page.locator(LAUNCHER)).to_be_hidden()
    await page.locator("#book").click()
    await conversation(page)
    await page.evaluate("zimun('close')")
    await expect(page.locator("#book")).to_be_focused()


async def test_inline_it_stands_where_it_is_told(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/snippet?data-mode=inline&data-target=%23place")
    await conversation(page)
    assert await page.evaluate("document.querySelector('#place > zimun-chat') !== null")
    boxes = [await page.locator(f"zimun-chat {part}").bounding_box() for part in (".panel", "iframe")]
    assert [box and box["height"] > 500 for box in boxes] == [True, True]
    await expect(page.frame_locator("zimun-chat iframe").get_by_role("button", name="Close")).to_have_count(0)
    await page.evaluate("document.body.innerHTML = '<div id=place></div>'")
    await conversation(page)


async def test_it_opens_by_itself_without_taking_the_focus(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/snippet?data-auto-open=true")
    await conversation(page)
    assert await page.evaluate("document.activeElement === document.body")


async def test_with_a_label_the_launcher_shows_it(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/snippet")
    await expect(page.locator(LAUNCHER)).to_have_class("launcher round")
    await page.goto(f"{shop.url}/snippet?data-label=Book+now")
    await expect(page.locator(LAUNCHER)).to_have_class("launcher")
    await expect(page.get_by_role("button", name="Book now")).to_be_visible()


async def test_on_a_phone_it_fills_the_screen(page: Page, shop: Website) -> None:
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.goto(f"{shop.url}/snippet")
    frame = await open_page(page)
    await page.wait_for_timeout(300)
    assert await page.locator("zimun-chat .panel").bounding_box() == {
        "x": 0,
        "y": 0,
        "width": 390,
        "height": 844,
    }
    await page.set_viewport_size({"width": 390, "height": 500})
    await expect(frame.locator("textarea")).to_be_in_viewport()
    await frame.get_by_role("button", name="Close").click()
    await expect(page.locator(LAUNCHER)).to_be_visible()


async def test_consent_is_asked_before_anything_can_be_said(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/snippet?data-consent=https://shop.example/privacy")
    await page.locator(LAUNCHER).click()
    inside = page.frame_locator("zimun-chat iframe")
    await expect(inside.get_by_role("link", name="Privacy notice")).to_be_visible()
    await expect(inside.locator("textarea")).to_be_hidden()
    await inside.get_by_role("button", name="Agree and begin").click()
    await expect(inside.locator("textarea")).to_be_focused()
