"""The pictures of the owners' guide: the first page of a business, appointments that a shorter week strands,
and on a phone whom to call afterwards."""

from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.async_api import Browser, Page, expect

from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.cast import Visitor
from tests.journeys.console_pictures import DESK, PHONE, sign_in
from tests.web.console.stage import operator_of

GUESTS = ("Ada", "Ben", "Cleo")


async def owner_screens(
    browser: Browser, url: str, core: BookingCore, salon: DemoSalon
) -> dict[str, list[bytes]]:
    """The strips by their names; the stranded list last, since saving it changes the salon."""
    olive = await operator_of(core, salon)
    home = f"{url}/console/{salon.organization_id}"
    booked = await book_a_day(core, salon)
    context = await browser.new_context(**DESK, locale="en-GB", timezone_id="Europe/Berlin")
    page = await context.new_page()
    await sign_in(page, url, olive.email)
    await page.goto(f"{home}/settings/start")
    beginning = [await page.screenshot()]
    await strand(page, f"{home}/settings/hours/{salon.resources['Dana']}", booked[0])
    touched = [await page.screenshot()]
    await page.set_viewport_size(PHONE["viewport"])
    await decide(page, booked)
    touched.append(await page.screenshot())
    await context.close()
    return {"beginning": beginning, "touched": touched}


async def book_a_day(core: BookingCore, salon: DemoSalon) -> list[Appointment]:
    """Three haircuts with Dana on the first day on which she has time for them."""
    visitors = [Visitor(core, salon, name) for name in GUESTS]
    now = datetime.now(UTC)
    for days in range(1, 15):
        start = now + timedelta(days=days)
        wish: dict[str, Any] = {"staff_id": salon.resources["Dana"], "limit": 40}
        free = (await visitors[0].looks("Haircut", start, start + timedelta(days=1), **wish)).slots
        of_day = [slot for slot in free if slot.start.date() == free[-1].start.date()] if free else []
        if len(of_day) > 4 * len(GUESTS):
            times = [slot.start for slot in of_day[:: len(of_day) // len(GUESTS)]]
            return [
                await who.books("Haircut", at, staff_id=salon.resources["Dana"])
                for who, at in zip(visitors, times, strict=False)
            ]
    raise RuntimeError("Dana has no time in a fortnight.")


async def strand(page: Page, week: str, first: Appointment) -> None:
    """Dana does not come any more on that weekday."""
    await page.goto(week)
    weekday = first.starts_at.weekday()
    await page.locator(f'[name="windows.{weekday}"]').fill("")
    await page.get_by_role("button", name="Save").click()
    await expect(page.locator("form.touched")).to_be_visible()


async def decide(page: Page, booked: list[Appointment]) -> None:
    """One is moved to the first free time, one cancelled, and one kept."""
    moved, gone, _ = booked
    await page.locator(f'[name="touched.decision.{moved.id}"][value^="move 2"]').first.check()
    await page.locator(f'[name="touched.decision.{gone.id}"][value="cancel"]').check()
    await page.get_by_role("button", name="Save, and do this").click()
    await expect(page.locator("ol.decided").first).to_be_visible()
