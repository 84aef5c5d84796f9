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

from playwright.async_api import Browser, async_playwright
from sqlalchemy.ext.asyncio import async_sessionmaker

from bench.machine import machine
from bench.report import shown, table
from bench.serving import serving_api
from bench.widget_pages import ANCHORS, PLAIN, Chat, pages
from bench.widget_visit import axe, visit
from booking_core.maintenance.demo import demo_salon
from booking_core.storage.database import migrate, open_engine
from tests.journeys.chromium import FLAGS, chromium
from web.embedded import embedded_servers_blocking
from web.settings import Settings


async def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--visits", type=int, default=5, help="of each chat, slow and fast (%(default)s)")
    arguments.add_argument("--write", action="store_true", help="into README.md")
    arguments.add_argument("--modules", type=Path, help="a node_modules that has the others already")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="zimun-widget-") as directory:
        modules = given.modules or install(Path(directory))
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


def install(directory: Path) -> Path:
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
    "to next paint, slow",
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
        _median([one.painted_ms for one in slow]),
        await axe(browser, chat, address),
        f"{strict.breaches}" + ("" if strict.open_ms is not None else ", does not open"),
    ]


def _median(values: Sequence[float | None]) -> str:
    known = [value for value in values if value is not None]
    return f"{statistics.median(known):.0f}" if known else "-"


if __name__ == "__main__":
    asyncio.run(main())
