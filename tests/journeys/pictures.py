"""The pictures of the README and of the owners' guide, made by a customer with a phone on the demo website,
and by an owner in the console: ``make pictures``.

Two strips of five screens: a booking from the button to the card, and the same in the dark and in Hebrew; one
of the console, and two of what an owner does there.
"""

import asyncio
import base64
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.async_api import Browser, async_playwright, expect
from rich.progress import track

from booking_core.maintenance.demo import demo_salon
from booking_core.maintenance.demo_pictures import dress_demo
from booking_core.maintenance.demo_words import translate_demo
from booking_core.time.clock import SystemClock
from tests.journeys.cast.album import Album
from tests.journeys.cast.arrivals import PHONE
from tests.journeys.cast.customer import Customer
from tests.journeys.chromium import FLAGS, chromium
from tests.journeys.console_pictures import console_screens
from tests.journeys.owner_pictures import owner_screens
from tests.places import servers_in
from tests.serving import serving, settings_on
from web.app import create_app
from web.context import AppContext
from web.embedded import EmbeddedServers
from web.worker.worker import run_worker

IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"
LARGEST, QUALITIES = 150_000, (90, 80, 70, 60)
# Wide enough for five phones side by side on a page of GitHub's, and sharp.
SCREEN = {**PHONE, "viewport": {"width": 390, "height": 780}, "device_scale_factor": 1}
STRIP = """<!doctype html><style>body {{ margin: 0; display: inline-flex; gap: 16px; padding: 16px;
background: #e0dce8 }}
img {{ display: block; {size} }}</style>{screens}"""
HEBREW: dict[str, Any] = {"locale": "he-IL"}


async def main(servers: EmbeddedServers) -> None:
    settings = settings_on(servers)
    context = AppContext(settings)
    async with context.core.sessions() as session, session.begin():
        salon = await demo_salon(session)
        await translate_demo(session, salon)
        await dress_demo(session, salon, SystemClock())
    async with serving(settings, create_app) as url, async_playwright() as playwright:
        working = asyncio.create_task(run_worker(settings, models=()))
        browser = await playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        light = await booking(browser, f"{url}/demo")
        dark = await booking(browser, f"{url}/demo/dark.html")
        hebrew = await in_hebrew(browser, f"{url}/demo/rtl.html")
        for name, screens in track([("booking", light), ("looks", [dark[1], *dark[3:], *hebrew])], "strips"):
            keep(name, await strip(browser, screens))
        screens = await console_screens(browser, url, context.core, salon)
        keep("console", await strip(browser, screens, "height: 560px"))
        for name, screens in (await owner_screens(browser, url, context.core, salon)).items():
            keep(name, await strip(browser, screens, "height: 560px"))
        await browser.close()
        working.cancel()
        with suppress(asyncio.CancelledError):
            await working
    await context.close()


async def booking(browser: Browser, address: str) -> list[bytes]:
    """The button, the opening, free times, the sheet and the card."""
    context = await browser.new_context(**{**SCREEN, "locale": "en-US", "timezone_id": "Europe/Berlin"})
    eve = Customer(await context.new_page(), Album(None))
    await eve.goes_to(address)
    screens = [await read_shown(eve)]
    await eve.opens()
    await expect(eve.chat.locator(".soonest strong").first).to_be_visible()
    screens.append(await read_shown(eve))
    await eve.says("haircut with Dana on Tuesday after 3?")
    screens.append(await read_shown(eve))
    await eve.presses(await free_time(eve))
    await eve.writes(name="Eve Adams", email="eve@example.com")
    screens.append(await read_shown(eve))
    await eve.presses("Book · ")
    await expect(eve.chat.locator(".card.booking")).to_be_visible()
    screens.append(await read_shown(eve))
    await context.close()
    return screens


async def in_hebrew(browser: Browser, address: str) -> list[bytes]:
    """What is on offer, and by whom, from right to left."""
    context = await browser.new_context(**{**SCREEN, "timezone_id": "Europe/Berlin", **HEBREW})
    eve = Customer(await context.new_page(), Album(None), launcher="קביעת תור")
    await eve.goes_to(address)
    await eve.opens()
    await expect(eve.chat.locator(".soonest strong").first).to_be_visible()
    screens = [await read_shown(eve)]
    await eve.chat.locator(".people button").first.tap()
    await expect(eve.chat.locator(".person .soonest strong").first).to_be_visible()
    screens.append(await read_shown(eve))
    await context.close()
    return screens


async def free_time(customer: Customer) -> str:
    return (await customer.times())[0]


async def read_shown(customer: Customer) -> bytes:
    # What glides into place has arrived.
    await customer.page.wait_for_timeout(600)
    return await customer.page.screenshot()


async def strip(browser: Browser, screens: list[bytes], size: str = "width: 330px") -> bytes:
    """The screens side by side."""
    page = await browser.new_page()
    images = [f'<img src="data:image/png;base64,{base64.b64encode(screen).decode()}">' for screen in screens]
    await page.set_content(STRIP.format(screens="".join(images), size=size))
    picture = await page.locator("body").screenshot()
    await page.close()
    return picture


def keep(name: str, picture: bytes) -> None:
    """As WebP, small enough for a page that is read on a train."""
    with Image.open(BytesIO(picture)) as drawn:
        for quality in QUALITIES:
            drawn.save(written := BytesIO(), "WEBP", quality=quality, method=6)
            if written.tell() <= LARGEST:
                break
    (IMAGES / f"{name}.webp").write_bytes(written.getvalue())


if __name__ == "__main__":
    with servers_in("pictures", durable=False) as running:
        asyncio.run(main(running))
