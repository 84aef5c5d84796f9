"""What a site may say in the snippet and by calls: each attribute and each call does what the guide says, and
nothing throws."""

from urllib.parse import urlencode

import pytest
from playwright.async_api import Page, expect

from tests.widget.opened import HOSTS, LAUNCHER, conversation, open_page
from tests.widget.websites import Website

# WCAG 2.2, "contrast ratio", between the launcher's ground and what is written on it.
CONTRAST = """(launcher) => {
    const { backgroundColor, color } = getComputedStyle(launcher);
    const luminance = (colour) => {
        const [r, g, b] = colour.match(/\\d+/g).map((part) => part / 255).map((part) => (part <= 0.04045
            ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [dark, light] = [backgroundColor, color].map(luminance).sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
}"""
ACCENTS = ("#000000", "#ffffff", "#ff0000", "#00ff00", "#b428ff", "#777777", "#767676", "#e66a00", "#0080ff")


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("page_name", ["snippet", "demo/rtl.html"])
async def test_it_stands_on_the_side_it_is_told(page: Page, shop: Website, side: str, page_name: str) -> None:
    await page.add_init_script(
        "new MutationObserver(() => { const script = document.querySelector('script[data-org-id]');"
        f" if (script) script.dataset.position = '{side}'; }}).observe(document, {{ childList: true, "
        f"subtree: true }})"
    )
    await page.goto(f"{shop.url}/{page_name}")
    box = await page.locator(LAUNCHER).bounding_box()
    assert box
    assert box["x"] == (20 if side == "left" else 1280 - 20 - box["width"])


async def test_whatever_the_accent_the_launcher_can_be_read(page: Page, shop: Website) -> None:
    for accent in ACCENTS:
        await page.goto(f"{shop.url}/snippet?data-accent=%23{accent[1:]}&data-label=Book+now")
        assert await page.locator(LAUNCHER).evaluate(CONTRAST) >= 4.5, accent


async def test_an_accent_that_is_no_colour_changes_nothing(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/snippet?data-accent=red;}}*{{display:none")
    assert (
        await page.locator(LAUNCHER).evaluate("one => getComputedStyle(one).backgroundColor")
        == "rgb(91, 75, 214)"
    )


async def test_the_snippet_twice_is_the_snippet_once(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/snippet")
    await open_page(page)
    await page.evaluate(
        "() => new Promise((done) => { const again = document.createElement('script');"
        " for (const { name, value } of document.scripts[0].attributes) again.setAttribute(name, value);"
        " again.onload = done; document.body.append(again); })"
    )
    assert await page.evaluate(HOSTS) == 1
    await conversation(page)


async def test_what_the_site_says_for_the_customer_is_said_and_the_chat_opens(
    page: Page, shop: Website
) -> None:
    await page.goto(f"{shop.url}/snippet")
    await page.evaluate("zimun('send', 'A haircut <b>please</b>')")
    frame = await conversation(page, waits_for=".customer")
    await expect(frame.locator(".customer .bubble")).to_have_text("A haircut <b>please</b>")


async def test_reset_forgets_what_was_said_and_greets_anew(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/snippet")
    await page.evaluate("zimun('send', 'A haircut')")
    frame = await conversation(page, waits_for=".customer")
    await page.evaluate("zimun('reset')")
    await expect(frame.locator(".customer")).to_have_count(0)
    await expect(frame.locator(".reply")).to_be_visible()


async def test_toggle_opens_and_closes_and_whoever_was_taken_off_hears_no_more(
    page: Page, shop: Website
) -> None:
    await page.goto(f"{shop.url}/snippet")
    await page.wait_for_function("window.zimun?.version")
    await page.evaluate(
        "window.seen = []; window.note = ({ type }) => seen.push(type);"
        "zimun('on', 'open', note); zimun('on', 'close', note); zimun('toggle')"
    )
    await conversation(page)
    await page.evaluate("zimun('toggle')")
    await expect(page.locator("zimun-chat .panel")).to_be_hidden()
    await page.evaluate("zimun('off', 'open', note); zimun('toggle'); zimun('close')")
    assert await page.evaluate("seen") == ["zimun:open", "zimun:close", "zimun:close"]


async def test_calls_nobody_knows_are_passed_over(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/snippet")
    await page.wait_for_function("window.zimun?.version")
    calls = "zimun('explode'); zimun('__proto__', 1); zimun(); zimun('toString'); zimun('theme')"
    await page.evaluate(calls)
    await open_page(page)
    await page.evaluate(calls)
    await conversation(page)


async def test_the_panel_follows_what_is_seen_of_the_page(page: Page, shop: Website) -> None:
    """iOS tells a page in a frame nothing of its keyboard, and a page that runs out sideways is wider than
    the phone: the launcher's page tells."""
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.goto(f"{shop.url}/snippet")
    await open_page(page)
    await expect(page.locator("zimun-chat .launcher")).to_be_hidden()
    await page.evaluate(
        "Object.defineProperty(visualViewport, 'height', { value: 480 });"
        "Object.defineProperty(visualViewport, 'offsetTop', { value: 60 });"
        "Object.defineProperty(visualViewport, 'width', { value: 370 });"
        "Object.defineProperty(visualViewport, 'offsetLeft', { value: 12 });"
        "visualViewport.dispatchEvent(new Event('resize'))"
    )
    await page.wait_for_timeout(300)
    box = await page.locator("zimun-chat .panel").bounding_box()
    assert box
    assert box == {"x": 12, "y": 60, "width": 370, "height": 480}


async def test_the_panel_stands_above_the_launcher_on_a_desk(page: Page, shop: Website) -> None:
    await page.set_viewport_size({"width": 1280, "height": 900})
    await page.goto(f"{shop.url}/snippet")
    await open_page(page)
    box = await page.locator("zimun-chat .panel").bounding_box()
    assert box
    assert box["y"] + box["height"] == 810
    await expect(page.locator("zimun-chat .launcher")).to_be_visible()


async def test_under_a_policy_that_trusts_by_nonce_the_nonce_is_enough(
    page: Page, ours: Website, shop: Website
) -> None:
    policy = f"default-src 'none'; script-src 'nonce-once' 'strict-dynamic'; frame-src {ours.url}"
    await page.goto(f"{shop.url}/snippet?{urlencode({'nonce': 'once', 'policy': policy})}")
    await open_page(page)
