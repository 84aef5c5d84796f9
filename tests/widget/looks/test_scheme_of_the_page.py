"""The conversation looks like the page it stands on, and goes along when that changes."""

from playwright.async_api import Page, expect

from tests.widget.opened import LAUNCHER, conversation, open_page
from tests.widget.websites import Website

# What a page does, and how the conversation looks then. The customer's system is dark throughout.
CHANGES = [
    ("document.body.style.background = '#101418'", "dark"),
    ("document.body.style.background = 'oklch(0.97 0.01 200)'", "light"),
    ("document.body.style.background = 'color(display-p3 0.1 0.1 0.1)'", "dark"),
    ("document.body.style.background = 'rgb(255 255 255 / 0.1)'", "light"),
    ("document.documentElement.style.colorScheme = 'light dark'", "dark"),
    (
        "document.body.innerHTML = '<div style=\"background:#fff;height:200vh\">'; document.body.id = 'new'",
        "light",
    ),
    ("zimun('theme', 'dark')", "dark"),
    ("document.body.className = 'more'", "dark"),
    ("zimun('theme', 'auto')", "light"),
]


async def looks(page: Page, scheme: str) -> None:
    inside = page.frame_locator("zimun-chat iframe").locator(f"html[data-theme={scheme}]")
    await expect(inside).to_have_count(1)
    around = page.locator("zimun-chat aside")
    assert await around.evaluate("(aside) => getComputedStyle(aside).colorScheme") == scheme


async def test_it_is_as_light_as_its_page_whatever_the_system_says(page: Page, shop: Website) -> None:
    await page.emulate_media(color_scheme="dark")
    await page.goto(f"{shop.url}/snippet")
    await open_page(page)
    await looks(page, "light")
    for change, scheme in CHANGES:
        await page.evaluate(change)
        await looks(page, scheme)


async def test_it_changes_with_the_system_where_the_page_does(page: Page, shop: Website) -> None:
    await page.emulate_media(color_scheme="light")
    await page.goto(f"{shop.url}/snippet")
    await page.add_style_tag(content="@media (prefers-color-scheme: dark) { body { background: #111 } }")
    await open_page(page)
    await looks(page, "light")
    await page.emulate_media(color_scheme="dark")
    await looks(page, "dark")


async def test_going_back_on_a_phone_closes_it_and_leaves_the_page_only_then(
    page: Page, shop: Website
) -> None:
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.goto(f"{shop.url}/snippet?data-lang=de")
    await page.goto(f"{shop.url}/snippet")
    state = await page.evaluate("JSON.stringify(history.state)")
    await open_page(page)
    await page.evaluate("history.back()")
    await expect(page.locator("zimun-chat .panel")).to_be_hidden()
    assert await page.evaluate("JSON.stringify(history.state)") == state
    await page.locator(LAUNCHER).click()
    frame = await conversation(page)
    await frame.get_by_role("button", name="Close").click()
    await expect(page.locator("zimun-chat .panel")).to_be_hidden()
    await page.evaluate("history.back()")
    await expect(page).to_have_url(f"{shop.url}/snippet?data-lang=de")
