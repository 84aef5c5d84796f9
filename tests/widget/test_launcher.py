"""The launcher on websites of every temper: it appears, opens, closes, and asks nothing of its host."""

import re

import pytest
from playwright.async_api import Frame, Page, expect

from tests.widget.websites import Website

LAUNCHER = "zimun-chat .launcher"
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
HOSTS = "document.querySelectorAll('zimun-chat').length"


async def opened(page: Page) -> Frame:
    """Press the launcher; the conversation once it is there."""
    await page.locator(LAUNCHER).click()
    return await conversation(page)


async def conversation(page: Page, waits_for: str = ".reply") -> Frame:
    await expect(page.locator("zimun-chat .panel.ready iframe")).to_be_visible()
    await expect(page.frame_locator("zimun-chat iframe").locator(waits_for).first).to_be_visible()
    return next(frame for frame in page.frames if "/embed/frame" in frame.url)


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
    frame = await opened(page)
    await expect(frame.locator("textarea")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.locator("zimun-chat .panel")).to_be_hidden()
    assert (
        await page.evaluate("document.querySelector('zimun-chat').shadowRoot.activeElement?.className")
        == "launcher round"
    )
    assert await page.locator(LAUNCHER).get_attribute("aria-expanded") == "false"


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
    await opened(page)
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
    await opened(page)
    assert await page.evaluate(every) == alone


async def test_a_strict_policy_is_kept(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/demo/strict.html")
    frame = await opened(page)
    assert await frame.title() == "Salon Lavender"


async def test_on_a_page_from_right_to_left_it_stands_on_the_left(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/demo/rtl.html")
    box = await page.locator(LAUNCHER).bounding_box()
    assert box
    assert box["x"] == 20
    frame = await opened(page)
    assert await frame.evaluate("document.documentElement.dir") == "rtl"


async def test_swapping_the_body_neither_doubles_nor_kills_it(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/demo/swap.html")
    await opened(page)
    for count in (2, 3):
        await page.get_by_text("Swap the body").click()
        await expect(page.get_by_role("heading", name=f"Page {count}")).to_be_visible()
    await page.wait_for_timeout(200)
    assert await page.evaluate(HOSTS) == 1
    await conversation(page)


async def test_it_comes_back_when_a_framework_throws_it_out(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/snippet")
    await opened(page)
    await page.evaluate("document.querySelector('zimun-chat').remove()")
    await conversation(page)
    assert await page.evaluate(HOSTS) == 1


async def test_destroy_leaves_nothing(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/snippet")
    await opened(page)
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


@pytest.mark.parametrize("broken", ["/embed/frame", "/embed/panel.js"])
async def test_without_the_conversation_it_becomes_a_link(
    page: Page, ours: Website, shop: Website, broken: str
) -> None:
    ours.broken.add(broken)
    await page.goto(f"{shop.url}/snippet")
    await page.locator(LAUNCHER).click()
    link = page.locator("zimun-chat a.launcher")
    await expect(link).to_be_visible(timeout=7000)
    assert await link.get_attribute("href") == f"{ours.url}/c/o_demo"
    assert await page.locator("zimun-chat iframe").count() == 0


async def test_calls_made_before_it_loads_are_answered(page: Page, shop: Website) -> None:
    await page.add_init_script(
        "window.zimun = function () { (zimun.q = zimun.q || []).push(arguments) };"
        "window.seen = []; for (const name of ['ready', 'open', 'close'])"
        " { zimun('on', name, () => seen.push(name)); addEventListener('zimun:' + name, () => "
        "seen.push('dom ' + name)); }"
        "zimun('open')"
    )
    await page.goto(f"{shop.url}/snippet")
    await conversation(page)
    await page.evaluate("zimun('close')")
    seen = await page.evaluate("seen")
    assert [one for one in seen if "dom" not in one] == ["ready", "open", "close"]
    assert [one for one in seen if "dom" in one] == ["dom ready", "dom open", "dom close"]


async def test_whoever_asks_late_whether_it_is_ready_hears_so(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/snippet")
    await expect(page.locator(LAUNCHER)).to_be_visible()
    await page.evaluate("zimun('on', 'ready', ({ type }) => { window.heard = type })")
    assert await page.evaluate("heard") == "zimun:ready"


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
    await opened(page)
    await expect(page.locator("zimun-chat .panel")).to_be_in_viewport(ratio=1)


async def test_a_theme_and_a_language_reach_the_conversation(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/snippet?data-lang=de&data-theme=dark")
    frame = await opened(page)
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
    frame = await opened(page)
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


# A thousand messages that nearly are ours, sent to everybody in sight: the page, the launcher's frame, and
# back.
FUZZ = """(places) => {
    let seed = 42;
    const pick = (list) => list[(seed = (seed * 1103515245 + 12345) % 2147483648) % list.length];
    const types = ['ready', 'open', 'close', 'event', 'send', 'identify', 'reset', 'theme', 'locale',
        'toString', '__proto__', ['close'], null, {}];
    const words = ['dark', 'he', 'hello', '<b>x</b>', 'x'.repeat(5000), 7, null, [], { count: 3 }, true];
    for (let count = 0; count < 1000; count += 1) {
        const message = { zimun: pick([1, 1, 1, '1', 2]), type: pick(types), name: pick(['hold', 'unread',
            'booking:confirmed', 'x']) };
        for (const key of ['detail', 'text', 'token', 'theme', 'lang', 'focus',
            'page']) message[key] = pick(words);
        for (const place of places()) place.postMessage(pick([message, message, JSON.stringify(message),
            [message]]), '*');
    }
}"""


async def test_messages_of_others_are_not_heard(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/snippet")
    frame = await opened(page)
    await page.evaluate(
        "window.heard = 0; for (const name of ['hold', 'unread', 'message', 'close', 'error', "
        "'booking:confirmed', 'x'])"
        " addEventListener('zimun:' + name, () => { heard += 1 })"
    )
    before = await frame.evaluate("document.body.innerText + document.documentElement.outerHTML.length")
    await page.evaluate(f"({FUZZ})(() => [window])")
    # From a frame of nobody to the page and to its neighbour, our frame.
    await page.evaluate(
        "(script) => new Promise((done) => { addEventListener('message', ({ data }) => data === 'done' "
        "&& done());"
        " const other = document.createElement('iframe'); other.sandbox = 'allow-scripts';"
        " other.srcdoc = `<script>${script}; parent.postMessage('done', '*')</script>`; "
        "document.body.append(other) })",
        f"({FUZZ})(() => [parent, ...[...Array(parent.length).keys()].map((at) => parent[at])])".replace(
            "</b>", ""
        ),
    )
    await page.wait_for_timeout(300)
    assert await page.evaluate("heard") == 0
    assert (
        await frame.evaluate("document.body.innerText + document.documentElement.outerHTML.length") == before
    )
    for name, heard in (("hold", 1), ("x", 1), ("toString", 1)):
        forged = f"{{zimun: 1, type: 'event', name: '{name}', detail: {{}}}}"
        await frame.evaluate(f"parent.postMessage({forged}, '{shop.url}')")
        await page.wait_for_timeout(100)
        assert await page.evaluate("heard") == heard


async def test_the_site_says_who_its_customer_is_and_only_to_the_chat(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/snippet")
    await page.evaluate("zimun('identify', 'signed')")
    frame = await opened(page)
    asked = []
    await page.route("**/chat/v1/**", lambda route: asked.append(route.request.post_data) or route.abort())
    await frame.evaluate("window.got = []; addEventListener('message', ({ data }) => got.push(data.type))")
    await page.evaluate("zimun('identify', 'signed again'); zimun('theme', 'dark')")
    await frame.wait_for_function("got.length === 2")
    assert await frame.evaluate("got") == ["identify", "theme"]
    # Nothing is told to the server before there is a conversation.
    assert asked == []


async def test_what_comes_while_it_is_closed_is_counted_on_the_launcher(page: Page, shop: Website) -> None:
    await page.goto(f"{shop.url}/snippet")
    frame = await opened(page)
    await page.keyboard.press("Escape")
    said = "{zimun: 1, type: 'event', name: 'unread', detail: {count: 2}}"
    await frame.evaluate(f"parent.postMessage({said}, '{shop.url}')")
    await expect(page.get_by_role("button", name="Book a time 2")).to_be_visible()


async def test_the_organization_is_named_once_and_no_secret_travels_in_addresses(
    page: Page, shop: Website
) -> None:
    await page.goto(f"{shop.url}/snippet")
    frame = await opened(page)
    keys = re.findall(r"[?&](\w+)=", frame.url)
    assert set(keys) <= {"organization_id", "lang", "theme", "accent", "consent", "inline", "host"}
