"""An owner shortens somebody's week in a browser, and decides about each of the seven appointments that it
strands."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

import pytest
from playwright.async_api import Page, expect
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.kept import KeptAppointment
from booking_core.appointments.record import CONFIRMED_LETTER
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import Mail
from tests.cast import Visitor, at
from tests.serving import serving
from tests.web.console.browsers import sign_in
from tests.web.console.stage import console_app
from web.settings import Settings

GUESTS = ("Ada", "Ben", "Cleo", "Dirk", "Eve", "Finn", "Gina")
CANCELLED = GUESTS[4:]
REASON = "Dana is at a course on Wednesdays from now on."
# When and with whom.
MOVES = {"Cleo": ("2026-11-26T12:00", "Dana"), "Dirk": ("2026-11-25T13:00", "Miriam")}


@pytest.fixture
async def address(core: BookingCore) -> AsyncIterator[str]:
    """A console that has a mail server, so that customers are told."""
    settings = Settings(trusted_proxies=("*",), smtp_url="smtp://127.0.0.1:9")
    async with serving(settings, lambda own: console_app(core, own)) as url:
        yield url


async def test_seven_are_listed_and_each_is_kept_moved_or_cancelled(
    page: Page, core: BookingCore, salon: DemoSalon
) -> None:
    dana = salon.resources["Dana"]
    booked = {
        name: await Visitor(core, salon, name).books("Haircut", at(2, hour), staff_id=dana)
        for hour, name in enumerate(GUESTS, 10)
    }
    await sign_in(page, core, salon)
    home = f"/console/{salon.organization_id}"
    await page.goto(f"{home}/settings/hours/{dana}")
    await page.get_by_role("textbox", name="Wednesday").fill("")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("alert")).to_contain_text("7 appointments could not take place any more")
    for name in GUESTS:
        await decide(page, name)
    await page.get_by_role("button", name="Save, and do this").click()
    await expect(page.get_by_role("status").filter(has_text="Saved.")).to_be_visible()
    await read_who_is_told(page)
    await expect(page.get_by_role("textbox", name="Wednesday")).to_have_value("")
    async with core.sessions() as session:
        states = {name: await state_of(session, one) for name, one in booked.items()}
    assert states == {
        "Ada": ("confirmed", at(2, 10), True, []),
        "Ben": ("confirmed", at(2, 11), True, []),
        "Cleo": ("confirmed", at(3, 12), False, [("appointment_moved", None)]),
        "Dirk": ("confirmed", at(2, 13), False, [("appointment_moved", None)]),
        "Eve": ("cancelled", at(2, 14), False, [("appointment_cancelled", REASON)]),
        "Finn": ("cancelled", at(2, 15), False, [("appointment_cancelled", REASON)]),
        "Gina": ("cancelled", at(2, 16), False, [("appointment_cancelled", REASON)]),
    }
    standing = ["Ada · Dana", "Ben · Dana", "Dirk · Miriam"]
    assert await agenda_of(page, f"{home}/agenda?day=2026-11-25") == (standing, list(CANCELLED))
    assert await agenda_of(page, f"{home}/agenda?day=2026-11-26") == (["Cleo · Dana"], [])


async def read_who_is_told(page: Page) -> None:
    told = page.get_by_role("region", name="They get an email").get_by_role("listitem")
    await expect(told).to_have_count(len(CANCELLED) + len(MOVES))
    await page.get_by_role("link", name="Go on").click()


async def decide(page: Page, name: str) -> None:
    """Whoever is not moved or cancelled is kept, as the list proposes."""
    row = page.locator("form.touched li").filter(has=page.locator("legend", has_text=name))
    await expect(row).to_contain_text("Dana does not work that day")
    if name in MOVES:
        start, who = MOVES[name]
        await row.get_by_label("Move it to another time:").check()
        await row.get_by_label("New time").fill(start)
        await row.get_by_label("With whom").select_option(label=who)
    if name in CANCELLED:
        await row.get_by_label("Cancel it").check()
        await row.get_by_role("textbox", name="Your message").fill(REASON)


async def state_of(session: AsyncSession, booked: Appointment) -> tuple[str, datetime, bool, list[Any]]:
    """Its status, its time, whether it is kept against the new week, and the letters that this promised, each
    with the words of the business."""
    now = await session.get_one(Appointment, booked.id)
    kept = await session.get(KeptAppointment, booked.id)
    of_it = Mail.appointment_id == booked.id, Mail.kind != CONFIRMED_LETTER
    letters = await session.execute(select(Mail.kind, Mail.change["message"].as_string()).where(*of_it))
    return now.status, now.starts_at, kept is not None, [tuple(letter) for letter in letters]


async def agenda_of(page: Page, path: str) -> tuple[list[str], list[str]]:
    """Who is on the list of a day, with whom, and who was cancelled."""
    await page.goto(path)
    listed = page.locator(".day-list li p:nth-of-type(2)")
    cancelled = page.locator(".cancelled li s span")
    return [
        " ".join(text.split()) for text in await listed.all_text_contents()
    ], await cancelled.all_text_contents()
