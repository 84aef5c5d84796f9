"""In a real browser: seen, moved, answered and cancelled with scripts switched off, and nothing for axe to
complain of, on a phone and at a desk, by day and by night, from either side."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, BrowserContext, Page, expect
from sqlalchemy import update

from booking_core.appointments.appointment import CANCELLED, Appointment
from booking_core.back_office.back_office import BackOffice
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer
from booking_core.maintenance.demo import DemoSalon
from tests.cast import Visitor, at, owner_of
from tests.journeys.pages.examiner import Examiner
from tests.web.manage.conftest import Follows


@pytest.fixture
async def booked(ada: Visitor, core: BookingCore, salon: DemoSalon) -> Appointment:
    booked = await ada.books("Haircut", at(1, 10), staff_id=salon.resources["Dana"])

    async def ask(office: BackOffice) -> None:
        service = salon.services["Haircut"]
        for key, kind in (("first", "yes_no"), ("note", "text")):
            given = {"service_id": service, "key": key, "kind": kind, "label": f"Your {key}?"}
            await office.questions.create(given, key=key)

    await core.arrange(salon.organization_id, owner_of(salon.organization_id), ask)
    return booked


@pytest.fixture
async def without_scripts(browser: Browser, address: str) -> AsyncIterator[BrowserContext]:
    context = await browser.new_context(
        base_url=address, java_script_enabled=False, viewport={"width": 390, "height": 844}
    )
    yield context
    await context.close()


async def test_without_scripts_it_is_seen_answered_moved_and_cancelled(
    without_scripts: BrowserContext, follows: Follows, booked: Appointment, core: BookingCore
) -> None:
    page = await without_scripts.new_page()
    await page.goto(follows(booked).path)
    await expect(page.get_by_role("heading", name="Your appointment")).to_be_visible()
    await page.get_by_role("radio", name="Yes").check()
    await page.get_by_role("button", name="Send the answers").click()
    await expect(page.get_by_role("status")).to_have_text("Thank you, we have your answers.")
    await page.get_by_role("link", name="Choose another time").click()
    await page.get_by_role("link", name="Wed, Nov 25").click()
    await page.get_by_role("link", name="11:00 AM", exact=True).click()
    await page.get_by_role("button", name="Move the appointment").click()
    await expect(page.get_by_role("status")).to_have_text("The appointment is moved.")
    await page.get_by_role("link", name="Cancel the appointment").click()
    await page.get_by_role("button", name="Cancel the appointment").click()
    await expect(page.get_by_role("status")).to_have_text("The appointment is cancelled.")
    async with core.sessions() as session:
        now = await session.get_one(Appointment, booked.id)
    assert (now.status, now.starts_at, now.answers) == (CANCELLED, at(2, 11), {"first": True})


async def test_it_goes_on_in_the_chat(
    browser: Browser, address: str, follows: Follows, booked: Appointment
) -> None:
    page = await browser.new_page(base_url=address)
    await page.goto(follows(booked).path)
    await page.get_by_role("button", name="Continue in the chat").click()
    await expect(page.get_by_role("textbox")).to_be_visible()
    assert "#" not in page.url
    await page.close()


async def test_axe_has_nothing_to_complain_of(
    browser: Browser,
    address: str,
    follows: Follows,
    booked: Appointment,
    ada: Visitor,
    core: BookingCore,
    full: bool,
) -> None:
    page, examiner = await browser.new_page(base_url=address), Examiner(full=full)
    path = follows(booked).path

    async def sees(state: str, where: str) -> None:
        await page.goto(where)
        await examiner.sees_in_every_look(state, page, page)

    await sees("booked", path)
    for step in ("/cancel", "/move", "/move?who=any", "/move/20261125T1000Z", "?done=answered"):
        await sees(step, path + step)
    await speaks_hebrew(core, booked)
    await sees("in Hebrew", path)
    await has_one_missing(page, examiner, path)
    await ada.cancels(booked)
    await sees("cancelled", path)
    await sees("a link that leads nowhere", path[:-1])
    await page.close()
    assert examiner.found == []


async def has_one_missing(page: Page, examiner: Examiner, path: str) -> None:
    """A page that was left lying, pressed after the appointment has moved."""
    await page.goto(f"{path}/cancel")
    await page.evaluate("document.forms[0].version.value = '9'")
    await page.locator("form button").click()
    await expect(page.get_by_role("alert")).to_be_visible()
    await examiner.sees_in_every_look("refused", page, page)


async def speaks_hebrew(core: BookingCore, one: Appointment) -> None:
    async with core.sessions() as session, session.begin():
        theirs = update(Customer).where(Customer.id == one.customer_id)
        await session.execute(theirs.values(locale="he", time_zone="America/New_York"))
