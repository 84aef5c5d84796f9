"""The operator reads afterwards what a customer said, what the assistant did for it, and what came of it."""

import pytest
from playwright.async_api import expect

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.cast import BERLIN
from tests.journeys.cast.arrivals import Arrivals
from tests.journeys.cast.days import DANAS, soon, weekday
from tests.journeys.cast.operators import sign_in
from tests.journeys.cast.records import appointments
from tests.journeys.cast.shop import Shop

pytestmark = pytest.mark.usefixtures("worker")


async def test_the_operator_reads_what_a_customer_said_and_finds_her_in_the_agenda(
    arrivals: Arrivals, shop: Shop, salon: DemoSalon, core: BookingCore, ours: str
) -> None:
    day = soon(*DANAS)[0]
    wish = f"hi, can I get a haircut with Dana on {weekday(day)} after 3?"
    eve = await arrivals.customer()
    await eve.goes_to(shop.page(salon.organization_id))
    await eve.opens()
    for said in (wish, "the second one", "Eve Adams, eve@example.com", "yes please"):
        await eve.says(said)
    [booked] = await appointments(core, salon)
    start = f"{booked.starts_at.astimezone(BERLIN):%H:%M}"

    console = await arrivals.page()
    await sign_in(console, ours, core, salon)
    await arrivals.album.keep(console, "console-1-conversations")
    await console.get_by_role("link", name="Eve Adams").click()
    await expect(console.get_by_role("heading", name="Eve Adams")).to_be_visible()
    for said in (wish, "the second one", "yes please", booked.code):
        await expect(console.locator(".words").filter(has_text=said)).to_be_visible()
    for step in ("Looked for free times", "Kept a time", "Asked for contact", "Showed a booking"):
        await expect(console.locator(".step-name").filter(has_text=step)).to_be_visible()
    await expect(console.locator(".came").filter(has_text=booked.code)).to_contain_text("Haircut")
    await console.locator(".step").filter(has_text="Looked for free times").click()
    await arrivals.album.keep(console, "console-2-transcript", full=True)

    await console.locator(".came a").click()
    await expect(console.get_by_role("heading", level=1)).to_contain_text("Haircut")
    await console.locator(".way-back a").click()
    await expect(console.get_by_role("heading", level=1)).to_contain_text(str(day.day))
    entry = console.get_by_role("region", name="Timeline").locator(".entry").filter(has_text=booked.code)
    await expect(entry).to_contain_text("Eve Adams")
    await expect(entry.locator("time")).to_have_text(start)
    await expect(entry).to_contain_text("Chat")
    await arrivals.album.keep(console, "console-3-agenda")
