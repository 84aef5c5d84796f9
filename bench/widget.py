"""The widget beside others from npm, in one browser and one run: what it weighs, when it is there, what it
blocks and breaks.

``python -m bench.widget`` installs the others into a throw-away directory. Slow is a processor four times
slower, 1.6 Mbit/s and 150 ms to every answer. On a busy machine all of it is slower: compare rows of one run,
not figures of two.
"""

import argparse
import asyncio
import statistics
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from axe_playwright_python.async_playwright import Axe
from msgspec import Struct
from playwright.async_api import Browser, Page, async_playwright
from playwright.async_api import Error as BrowserError
from sqlalchemy.ext.asyncio import async_sessionmaker

from bench.machine import machine
from bench.report import shown, table
from bench.serving import serving_api
from bench.widget_pages import ANCHORS, PLAIN, Chat, pages
from booking_core.maintenance.demo import demo_salon
from booking_core.storage.database import migrate, open_engine
from tests.journeys.chromium import FLAGS, chromium
from web.embedded import embedded_servers_blocking
from web.settings import Settings

SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000}
SLOW_CPU = 4
PATIENCE_MS = 12_000
# A new window of Chromium is busy with its own address bar for a second or two, which is nobody's of those
# compared here.
WINDOW_IS_BUSY_MS = 3_000
# Runs in the page and in its frames; notes when something is first there to be seen, in milliseconds since
# 1970.
WATCH = """({launcher, composer}) => {
    const seen = window.seen = { long: 0, breaches: 0 };
    const now = () => performance.timeOrigin + performance.now();
    seen.begun = performance.timeOrigin;
    new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.long += Math.max(0, duration - 50);
    })
        .observe({ type: 'longtask', buffered: true });
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
    breaches: int = 0


async def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--visits", type=int, default=5, help="of each chat, slow and fast (%(default)s)")
    arguments.add_argument("--write", action="store_true", help="into README.md")
    arguments.add_argument("--modules", type=Path, help="a node_modules that has the others already")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="zimun-widget-") as directory:
        modules = given.modules or installed(Path(directory))
        with embedded_servers_blocking(Path(directory) / "data", durable=False) as servers:
            settings = Settings(database_url=servers.database_url, redis_url=servers.redis_url)
            organization_id = await _salon(servers.database_url)
            async with serving_api(settings, 1) as server:
                rows = await compare(server.base_urls[0], organization_id, modules, given.visits)
            lines = [machine(servers.database_url), "", *table(HEAD, rows)]
            shown("widget", lines, write=given.write)


async def _salon(database_url: str) -> str:
    migrate(database_url)
    engine = open_engine(database_url)
    async with async_sessionmaker(engine)() as session, session.begin():
        salon = await demo_salon(session)
    await engine.dispose()
    return salon.organization_id


def installed(directory: Path) -> Path:
    names = [chat.package for chat in ANCHORS]
    command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent", "--prefix"]
    subprocess.run([*command, str(directory), *names], check=True)
    return directory / "node_modules"


async def compare(home: str, organization_id: str, modules: Path, visits: int) -> list[list[str]]:
    script = f'<script async src="{home}/embed/chat.js" data-org-id="{organization_id}"></script>'
    ours = Chat("zimun", script, ".launcher", "textarea")
    chats = {chat.name: chat for chat in (PLAIN, ours, *ANCHORS)}
    with pages(chats, modules, home) as shop:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
            rows = [await row(browser, chat, f"{shop}/{chat.name}", visits) for chat in chats.values()]
            await browser.close()
    return rows


HEAD = (
    "milliseconds",
    "launcher KB",
    "opening KB",
    "visible",
    "visible, slow",
    "blocking, slow",
    "opened, slow",
    "axe, closed / open",
    "breaches of a strict policy",
)


async def row(browser: Browser, chat: Chat, address: str, visits: int) -> list[str]:
    fast = [await visit(browser, chat, address) for _ in range(visits)]
    slow = [await visit(browser, chat, address, slow=True) for _ in range(visits)]
    strict = await visit(browser, chat, f"{address}?strict")
    return [
        chat.name,
        f"{statistics.median(one.launcher_bytes for one in fast) / 1000:.1f}",
        f"{statistics.median(one.open_bytes for one in fast) / 1000:.1f}",
        _median([one.launcher_ms for one in fast]),
        _median([one.launcher_ms for one in slow]),
        _median([one.blocking_ms for one in slow]),
        _median([one.open_ms for one in slow]),
        await axe(browser, chat, address),
        f"{strict.breaches}" + ("" if strict.open_ms is not None else ", does not open"),
    ]


def _median(values: Sequence[float | None]) -> str:
    known = [value for value in values if value is not None]
    return f"{statistics.median(known):.0f}" if known else "-"


async def visit(browser: Browser, chat: Chat, address: str, *, slow: bool = False) -> Visit:
    """Somebody comes for the first time, waits for the launcher and presses it."""
    context = await browser.new_context(viewport={"width": 1280, "height": 800})
    page = await context.new_page()
    loaded = await _watched(page, chat, slow=slow)
    found = Visit()
    await page.wait_for_timeout(WINDOW_IS_BUSY_MS)
    try:
        await page.goto(address, timeout=PATIENCE_MS)
        await page.wait_for_function("seen.launcher", timeout=PATIENCE_MS)
        seen = await page.evaluate("seen")
        found.launcher_ms, found.blocking_ms = seen["launcher"] - seen["begun"], seen["long"]
        await page.wait_for_timeout(500)
        found.launcher_bytes = sum(loaded)
        found.open_ms = await _opened(page, chat)
        await page.wait_for_timeout(500)
        found.open_bytes = sum(loaded) - found.launcher_bytes
    except (BrowserError, TimeoutError):
        pass  # What never came is told by its absence.
    found.breaches = (await page.evaluate("window.seen?.breaches")) or 0
    await context.close()
    return found


async def _watched(page: Page, chat: Chat, *, slow: bool) -> list[int]:
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


async def _opened(page: Page, chat: Chat) -> float | None:
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
        await _opened(page, chat)
        await page.wait_for_timeout(1000)
        found = [(await Axe().run(frame)).violations_count for frame in page.frames]
        counts.append(str(sum(found)))
    except (BrowserError, TimeoutError):
        counts.append("-")
    await page.close()
    return " / ".join(counts)


if __name__ == "__main__":
    asyncio.run(main())
