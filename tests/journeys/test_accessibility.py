"""axe finds nothing to complain of, best practices included, in any state of a booking, by day and by night."""

import json
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Frame, Page, expect

from booking_core.core import BookingCore
from booking_core.demo import DemoSalon
from tests.journeys.arrivals import DESK, PHONE, Arrivals
from tests.journeys.customer import Customer
from tests.journeys.days import DANAS, soon, weekday
from tests.journeys.operators import sign_in

pytestmark = pytest.mark.usefixtures("worker")

DEVICES = {"a phone by day": PHONE, "a desk by night": DESK}


class Examiner:
    """Collects what axe finds, with the state it was found in."""

    def __init__(self) -> None:
        self.found: list[str] = []

    async def sees(self, state: str, *places: Page | Frame) -> None:
        for place in places:
            # Colours are measured once everything has faded in.
            await place.evaluate(
                "Promise.all(document.getAnimations({subtree: true}).map((one) => one.finished))"
            )
            results = await Axe().run(place)
            self.found += [_told(state, violation) for violation in results.response["violations"]]


@pytest.fixture
def examiner() -> Examiner:
    return Examiner()


@pytest.mark.parametrize("device", DEVICES.values(), ids=DEVICES)
async def test_a_booking_has_no_barriers(
    arrivals: Arrivals, ours: str, lavender: DemoSalon, examiner: Examiner, device: dict[str, Any]
) -> None:
    eve = await arrivals.customer(device)
    await eve.goes_to(f"{ours}/demo")
    await examiner.sees("closed", eve.page)
    await eve.opens()
    await examiner.sees("open", eve.page, eve.frame)
    await eve.says("what do you offer?")
    await examiner.sees("services", eve.frame)
    await eve.says(f"a haircut on {weekday(soon(*DANAS)[0])}")
    await examiner.sees("times", eve.frame)
    await eve.presses((await eve.times())[-1], within=".times")
    await examiner.sees("form", eve.frame)
    await eve.button("Continue").click()
    await expect(eve.chat.locator(".error").filter(visible=True).first).to_be_visible()
    await examiner.sees("form with errors", eve.frame)
    await eve.fills_in(name="Eve Adams", email="eve@example.com")
    await examiner.sees("summary", eve.frame)
    await eve.presses("Yes, book it")
    await examiner.sees("card", eve.page, eve.frame)
    await eve.chat.get_by_role("link", name="Outlook").hover()
    await examiner.sees("card with the mouse over it", eve.frame)
    assert examiner.found == []


async def test_the_interface_from_right_to_left_has_no_barriers(
    arrivals: Arrivals, ours: str, lavender: DemoSalon, examiner: Examiner
) -> None:
    eve = Customer(await arrivals.page(PHONE), arrivals.album, launcher="קביעת תור")
    await eve.goes_to(f"{ours}/demo/rtl.html")
    await examiner.sees("closed", eve.page)
    await eve.opens()
    await eve.says("a haircut, please")
    await eve.keeps_picture("right-to-left")
    await examiner.sees("times", eve.page, eve.frame)
    assert examiner.found == []


@pytest.mark.parametrize("device", DEVICES.values(), ids=DEVICES)
async def test_the_transcript_in_the_console_has_no_barriers(
    arrivals: Arrivals,
    ours: str,
    salon: DemoSalon,
    core: BookingCore,
    examiner: Examiner,
    device: dict[str, Any],
) -> None:
    eve = await arrivals.customer()
    await eve.goes_to_hosted(f"{ours}/c/{salon.organization_id}")
    await examiner.sees("hosted page", eve.page)
    await eve.says(f"a haircut on {weekday(soon(*DANAS)[0])} at 11")
    await eve.fills_in(name="Eve Adams", email="eve@example.com")
    await eve.presses("Yes, book it")
    console = await arrivals.page(device)
    await sign_in(console, ours, core, salon)
    await examiner.sees("conversations", console)
    await console.get_by_role("link", name="Eve Adams").click()
    await console.locator(".step").first.click()
    await examiner.sees("transcript", console)
    await arrivals.album.keep(console, f"console-{device['color_scheme']}-transcript", full=True)
    await console.locator(".came a").click()
    await expect(console.locator(".timeline, .day-list").filter(visible=True).first).to_be_visible()
    await examiner.sees("agenda", console)
    await arrivals.album.keep(console, f"console-{device['color_scheme']}-agenda")
    assert examiner.found == []


def _told(state: str, violation: dict[str, Any]) -> str:
    places = [(node["target"], node["failureSummary"]) for node in violation["nodes"]]
    return f"{state}: {violation['id']}, {violation['help']}, at {json.dumps(places)}"
