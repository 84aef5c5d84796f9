"""What the website and the conversation tell each other through the launcher, and what nobody else can."""

import re

from playwright.async_api import Page, expect

from tests.widget.opened import LAUNCHER, conversation, open_page
from tests.widget.websites import Website


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
    frame = await open_page(page)
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
    frame = await open_page(page)
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
    frame = await open_page(page)
    await page.keyboard.press("Escape")
    said = "{zimun: 1, type: 'event', name: 'unread', detail: {count: 2}}"
    await frame.evaluate(f"parent.postMessage({said}, '{shop.url}')")
    await expect(page.get_by_role("button", name="Book a time 2")).to_be_visible()


async def test_the_organization_is_named_once_and_no_secret_travels_in_addresses(
    page: Page, shop: Website
) -> None:
    await page.goto(f"{shop.url}/snippet")
    frame = await open_page(page)
    keys = re.findall(r"[?&](\w+)=", frame.url)
    assert set(keys) <= {"organization_id", "lang", "theme", "accent", "consent", "inline", "host"}
