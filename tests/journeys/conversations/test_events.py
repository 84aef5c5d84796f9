"""What a site learns of a booking on its own page: that it happened, when, and which. Never who, and never
what was said."""

import json
from typing import Any

import pytest
from playwright.async_api import Page, expect

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.journeys.cast.arrivals import Arrivals
from tests.journeys.cast.customer import Customer
from tests.journeys.cast.days import DANAS, soon, weekday
from tests.journeys.cast.records import appointments
from tests.journeys.cast.shop import Shop

pytestmark = pytest.mark.usefixtures("worker")

NAMES = (
    *("ready", "open", "close", "unread", "message", "hold", "handoff", "error"),
    *("booking:confirmed", "booking:requested", "booking:rescheduled", "booking:cancelled"),
)
LISTENS = """window.told = [];
for (const name of %s)
    document.addEventListener(`zimun:${name}`, ({ detail }) => told.push([name, detail]));"""
APPOINTMENT = {"code", "start", "end", "time_zone", "service"}


async def test_the_site_is_told_of_a_booking_its_move_and_its_end(
    arrivals: Arrivals, shop: Shop, salon: DemoSalon, core: BookingCore
) -> None:
    first, second = soon(*DANAS)[:2]
    eve = await arrivals.customer()
    await eve.page.add_init_script(LISTENS % json.dumps(NAMES))
    await eve.goes_to(shop.page(salon.organization_id))
    await eve.opens()
    await eve.says(f"a haircut with Dana on {weekday(first)} at 10:30")
    await eve.fills_in(name="Eve Adams", email="eve@example.com")
    [booked] = await appointments(core, salon)
    await moves_and_cancels(eve, weekday(second))
    await eve.says("I want to talk to a person")
    await eve.sends("hello?")
    await eve.page.keyboard.press("Escape")
    # The frame says so to the page, which takes its time on a busy machine.
    await eve.page.wait_for_function("told.some(([name]) => name === 'close')")

    told = await read_told_to(eve.page)
    names = [name for name, _ in told]
    assert names[:2] == ["ready", "open"]
    assert [name for name in names if name.startswith("booking:")] == [
        "booking:confirmed",
        "booking:rescheduled",
        "booking:cancelled",
    ]
    assert {"message", "hold", "handoff", "close"} <= set(names)
    assert "error" not in names
    bookings = [detail for name, detail in told if name.startswith("booking:")]
    assert {(frozenset(one), one["code"], one["service"]) for one in bookings} == {
        (frozenset(APPOINTMENT), booked.code, "Haircut")
    }
    assert [one for one in ("Eve", "Adams", "eve@", "haircut with") if one in json.dumps(told)] == []


async def moves_and_cancels(eve: Customer, to: str) -> None:
    await eve.says(f"can I move it to {to} at 10:30?")
    await eve.button("Yes, move it").click()
    await expect(eve.chat.locator(".booking.rescheduled")).to_be_visible()
    await eve.is_silent()
    await eve.says("please cancel my appointment")
    await eve.button("Yes, cancel it").click()
    await expect(eve.chat.locator(".booking.cancelled").last).to_be_visible()
    await eve.is_silent()


async def test_the_site_is_told_how_many_answers_wait_and_of_refusals(
    arrivals: Arrivals, shop: Shop, salon: DemoSalon
) -> None:
    eve = await arrivals.customer()
    await eve.page.add_init_script(LISTENS % json.dumps(NAMES))
    await eve.goes_to(shop.page(salon.organization_id))
    await eve.opens()
    await eve.misses_an_answer()
    await eve.page.route("**/messages", lambda route: route.fulfill(status=413, body='{"code": "too_long"}'))
    await eve.sends("thank you")
    await expect(eve.chat.get_by_role("alert")).to_be_visible()
    told = await read_told_to(eve.page)
    assert [detail for name, detail in told if name == "unread"] == [{"count": 1}, {"count": 0}]
    assert ["error", {"code": "too_long"}] in told


async def read_told_to(page: Page) -> list[list[Any]]:
    told: list[list[Any]] = await page.evaluate("told.map(([name, detail]) => [name, detail ?? {}])")
    return told
