"""Websites that make it hard: a style that fights everything, a strict policy, and a page from right to
left."""

import pytest
from playwright.async_api import Request, expect

from booking_core.maintenance.demo import DemoSalon
from tests.journeys.cast.arrivals import Arrivals
from tests.journeys.cast.customer import Customer

pytestmark = pytest.mark.usefixtures("worker")

VIOLATIONS = """window.violations = [];
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    violations.push(`${violatedDirective} ${blockedURI}`));"""
STORED = """async () => [
    ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...await indexedDB.databases(),
    ...await caches.keys(), ...await navigator.serviceWorker.getRegistrations(), document.cookie,
].filter(Boolean)"""
LAUNCHERS = {"hostile.html": "Book a time", "strict.html": "Book a time", "rtl.html": "קביעת תור"}


@pytest.mark.parametrize("name", LAUNCHERS)
async def test_a_customer_gets_an_answer_there(
    arrivals: Arrivals, ours: str, lavender: DemoSalon, name: str
) -> None:
    asked: list[str] = []
    page = await arrivals.page()
    await page.add_init_script(VIOLATIONS)
    page.on("request", lambda request: asked.append(_path(request)))
    eve = Customer(page, arrivals.album, launcher=LAUNCHERS[name])
    await eve.goes_to(f"{ours}/demo/{name}".replace("localhost", "127.0.0.1"))
    await page.wait_for_load_state("networkidle")
    assert [path for path in asked if not path.startswith("/demo/")] == ["/embed/chat.js"]
    assert await page.context.cookies() == []
    assert await page.evaluate(STORED) == []

    await eve.opens()
    await eve.says("a haircut, please")
    assert await eve.times()
    await eve.keeps_picture(f"page-{name.removesuffix('.html')}")
    assert await page.evaluate("violations") == []
    assert await page.evaluate(STORED) == []


async def test_the_interface_follows_a_page_from_right_to_left(
    arrivals: Arrivals, ours: str, lavender: DemoSalon
) -> None:
    eve = Customer(await arrivals.page(), arrivals.album, launcher=LAUNCHERS["rtl.html"])
    await eve.goes_to(f"{ours}/demo/rtl.html")
    await eve.opens()
    await expect(eve.chat.locator("html")).to_have_attribute("dir", "rtl")
    box = await eve.launcher.bounding_box()
    assert box is not None
    assert box["x"] < 640


def _path(request: Request) -> str:
    return "/" + request.url.split("/", 3)[3].split("?")[0]
