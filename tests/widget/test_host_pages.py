"""The launcher on websites of every temper: styles, policies and frameworks leave it alone, and it them."""

import pytest
from playwright.async_api import Page, expect

from tests.widget.opened import HOSTS, LAUNCHER, conversation, open_page
from tests.widget.websites import Website

# Every part with every property, where it stands measured from the side it stands at. The sides themselves,
# and names that depend
# on the direction of reading, are left out: each of them has a counterpart that is compared.
LOOK = """() => {
    const sided = /^(direction|left|right)$|inline|start|end/;
    const root = document.querySelector('zimun-chat').shadowRoot;
    const look = (part, pseudo) => {
        const style = getComputedStyle(part, pseudo);
        return [...style].filter((name) => !sided.test(name)).map(
            (name) => `${name}: ${style.getPropertyValue(name)}`);
    };
    return [...root.querySelectorAll('aside, aside *')].map((part) => {
        const { left, right, top, width, height } = part.getBoundingClientRect();
        const part_at = [Math.min(left, innerWidth - right), top, width, height].join();
        return [part.tagName, part_at, ...look(part), ...look(part, '::before'), ...look(part, '::after')];
    });
}"""


async def test_the_style_of_a_hostile_page_changes_nothing(page: Page, shop: Website) -> None:
    calm, hostile = [await _looks(page, f"{shop.url}/{path}") for path in ("snippet", "demo/hostile.html")]
    for before, after in zip(calm, hostile, strict=True):
        assert [set(one) ^ set(other) for one, other in zip(before, after, strict=True)] == [set()] * len(
            before
        )


async def _looks(page: Page, address: str) -> list[list[list[str]]]:
    """All parts closed, and open."""
    await page.goto(address)
    await expect(page.locator(LAUNCHER)).to_be_visible()
    closed = await page.evaluate(LOOK)
    await open_page(page)
    await page.wait_for_timeout(300)
    return [closed, await page.evaluate(LOOK)]


async def test_where_the_page_reads_from_right_to_left_by_its_style_it_stands_on_the_left(
    page: Page, shop: Website
) -> None:
    """Also when that style comes late: nothing was decided before."""
    await page.goto(f"{shop.url}/snippet")
    await expect(page.locator(LAUNCHER)).to_be_visible()
    await page.add_style_tag(content="html { direction: rtl }")
    box = await page.locator(LAUNCHER).bounding_box()
    assert box
    assert box["x"] == 20


async def test_the_page_it_stands_on_keeps_its_style(page: Page, shop: Website) -> None:
    every = (
        "[...document.body.querySelectorAll('*')].map((one) => [...getComputedStyle(one)].map((p) => "
        "getComputedStyle(one)[p]).join())"
    )
    await page.route("**/embed/chat.js", lambda route: route.abort())
    await page.goto(f"{shop.url}/demo/dark.html")
    alone = await page.evaluate(every)
    await page.unroute("**/embed/chat.js")
    await page.goto(f"{shop.url}/demo/dark.html")
    await open_page(page)
    assert await page.evaluate(every) == alone


async def test_a_strict_policy_is_kept(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/demo/strict.html")
    frame = await open_page(page)
    assert await frame.title() == "Salon Lavender"


async def test_on_a_page_from_right_to_left_it_stands_on_the_left(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/demo/rtl.html")
    box = await page.locator(LAUNCHER).bounding_box()
    assert box
    assert box["x"] == 20
    frame = await open_page(page)
    assert await frame.evaluate("document.documentElement.dir") == "rtl"


async def test_swapping_the_body_neither_doubles_nor_kills_it(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/demo/swap.html")
    await open_page(page)
    for count in (2, 3):
        await page.get_by_text("Swap the body").click()
        await expect(page.get_by_role("heading", name=f"Page {count}")).to_be_visible()
    await page.wait_for_timeout(200)
    assert await page.evaluate(HOSTS) == 1
    await conversation(page)


async def test_it_comes_back_when_a_framework_throws_it_out(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/snippet")
    await open_page(page)
    await page.evaluate("document.querySelector('zimun-chat').remove()")
    await conversation(page)
    assert await page.evaluate(HOSTS) == 1


async def test_destroy_leaves_nothing(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/snippet")
    await open_page(page)
    await page.evaluate("zimun('destroy')")
    assert await page.evaluate(HOSTS) == 0
    assert await page.evaluate("'zimun' in window || document.adoptedStyleSheets.length > 0") is False
    assert await page.evaluate("document.documentElement.outerHTML.includes('zimun')") is False
    await page.evaluate(
        "() => { const again = document.createElement('script');"
        " for (const { name, value } of document.scripts[0].attributes) again.setAttribute(name, value);"
        " document.head.append(again); }"
    )
    await expect(page.locator(LAUNCHER)).to_be_visible()


@pytest.mark.parametrize(
    "style",
    [
        "html { transform: translateY(-3000px) scale(.5) }",
        "html { filter: blur(0); perspective: 100px; contain: paint; height: 10px }",
        "html { will-change: transform; overflow: hidden; height: 5000px } body { transform: rotate(10deg) }",
    ],
)
async def test_a_page_that_is_transformed_does_not_take_it_along(
    page: Page, shop: Website, style: str
) -> None:
    await page.goto(f"{shop.url}/snippet")
    await expect(page.locator(LAUNCHER)).to_be_visible()
    before = await page.locator(LAUNCHER).bounding_box()
    await page.add_style_tag(content=style)
    assert await page.locator(LAUNCHER).bounding_box() == before
    await open_page(page)
    await expect(page.locator("zimun-chat .panel")).to_be_in_viewport(ratio=1)
