"""One visit of a page with a widget: what it weighs, when it is there, what it blocks, and how soon it shows
what one does."""

import asyncio

from axe_playwright_python.async_playwright import Axe
from msgspec import Struct
from playwright.async_api import Browser, Page
from playwright.async_api import Error as BrowserError

from bench.widget_pages import Chat

SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000}
SLOW_CPU = 4
PATIENCE_MS = 12_000
# A new window of Chromium is busy with its own address bar for a second or two, which is nobody's of those
# compared here.
WINDOW_IS_BUSY_MS = 3_000
# Runs in the page and in its frames; notes when something is first there to be seen, in milliseconds since
# 1970.
WATCH = """({launcher, composer}) => {
    const seen = window.seen = { long: 0, breaches: 0, painted: 0 };
    const now = () => performance.timeOrigin + performance.now();
    seen.begun = performance.timeOrigin;
    new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.long += Math.max(0, duration - 50);
    })
        .observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
        for (const { duration, interactionId } of list.getEntries()) {
            if (interactionId) seen.painted = Math.max(seen.painted, duration);
        }
    })
        .observe({ type: 'event', buffered: true, durationThreshold: 16 });
    addEventListener('securitypolicyviolation', () => { seen.breaches += 1; });
    addEventListener('click', () => { seen.pressed ??= now(); }, true);
    const roots = function* (root) {
        yield root;
        for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) yield* roots(shadowRoot);
    };
    const visible = (selector) => [...roots(document)].some((root) => [
        ...root.querySelectorAll(selector),
    ].some((one) => {
        const { width, height } = one.getBoundingClientRect();
        return width > 8 && height > 8
            && one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    }));
    const look = () => {
        if (!seen.launcher && window === top && visible(launcher)) seen.launcher = now();
        if (!seen.composer && visible(composer)) seen.composer = now();
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
}"""


class Visit(Struct):
    """One visit. Times in milliseconds, None for what never came; weights in bytes on the wire, without the
    page itself."""

    launcher_ms: float | None = None
    blocking_ms: float = 0
    launcher_bytes: int = 0
    open_ms: float | None = None
    open_bytes: int = 0
    painted_ms: float | None = None
    breaches: int = 0


async def visit(browser: Browser, chat: Chat, address: str, *, slow: bool = False) -> Visit:
    """Somebody comes for the first time, waits for the launcher and presses it."""
    context = await browser.new_context(viewport={"width": 1280, "height": 800})
    page = await context.new_page()
    loaded = await _watch(page, chat, slow=slow)
    found = Visit()
    await page.wait_for_timeout(WINDOW_IS_BUSY_MS)
    try:
        await page.goto(address, timeout=PATIENCE_MS)
        await page.wait_for_function("seen.launcher", timeout=PATIENCE_MS)
        seen = await page.evaluate("seen")
        found.launcher_ms, found.blocking_ms = seen["launcher"] - seen["begun"], seen["long"]
        await page.wait_for_timeout(500)
        found.launcher_bytes = sum(loaded)
        found.open_ms = await _open_page(page, chat)
        await page.wait_for_timeout(500)
        found.painted_ms = await _paint(page)
        found.open_bytes = sum(loaded) - found.launcher_bytes
    except (BrowserError, TimeoutError):
        pass  # What never came is told by its absence.
    found.breaches = (await page.evaluate("window.seen?.breaches")) or 0
    await context.close()
    return found


async def _watch(page: Page, chat: Chat, *, slow: bool) -> list[int]:
    """The bytes of each answer as it comes, the page's own not among them."""
    await page.add_init_script(f"({WATCH})({{launcher: {chat.launcher!r}, composer: {chat.composer!r}}})")
    devtools = await page.context.new_cdp_session(page)
    await devtools.send("Network.enable")
    loaded: list[int] = []
    own: set[str] = set()
    devtools.on(
        "Network.responseReceived",
        lambda told: own.add(told["requestId"]) if told["type"] == "Document" and not own else None,
    )
    devtools.on(
        "Network.loadingFinished",
        lambda told: None if told["requestId"] in own else loaded.append(int(told["encodedDataLength"])),
    )
    if slow:
        await devtools.send("Network.emulateNetworkConditions", SLOW)
        await devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_CPU})
    return loaded


async def _open_page(page: Page, chat: Chat) -> float | None:
    """Press the launcher; how long until there is something to write in, 0 where it was there from the
    beginning."""
    if chat.launcher == chat.composer:
        return 0.0
    await page.locator(chat.launcher).filter(visible=True).first.click(timeout=PATIENCE_MS)
    pressed = await page.evaluate("seen.pressed")
    async with asyncio.timeout(PATIENCE_MS / 1000):
        while True:
            for frame in page.frames:
                there = await frame.evaluate("window.seen?.composer")
                if there:
                    return float(there - pressed)
            await asyncio.sleep(0.05)


async def _paint(page: Page) -> float:
    """The longest from a press or a key to the next paint (INP): opening it, and typing then."""
    await page.keyboard.type("hello", delay=100)
    await page.wait_for_timeout(500)
    return float(max([await frame.evaluate("window.seen?.painted ?? 0") for frame in page.frames]))


async def axe(browser: Browser, chat: Chat, address: str) -> str:
    """Findings of axe, best practices included, closed and open, in the page and its frames."""
    page = await browser.new_page(viewport={"width": 1280, "height": 800})
    await page.add_init_script(f"({WATCH})({{launcher: {chat.launcher!r}, composer: {chat.composer!r}}})")
    await page.goto(address)
    counts = []
    try:
        await page.wait_for_function("seen.launcher", timeout=PATIENCE_MS)
        await page.wait_for_timeout(700)
        counts.append(str((await Axe().run(page)).violations_count))
        await _open_page(page, chat)
        await page.wait_for_timeout(1000)
        found = [(await Axe().run(frame)).violations_count for frame in page.frames]
        counts.append(str(sum(found)))
    except (BrowserError, TimeoutError):
        counts.append("-")
    await page.close()
    return " / ".join(counts)
