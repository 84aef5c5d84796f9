"""axe finds nothing to complain of, best practices included, in any state of a booking, by day and by
night."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from playwright.async_api import Page, expect
from redis.asyncio import Redis

from agent.live_stream.stream import ConversationLog
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.attack.options import FULL_SIZE
from tests.journeys.cast.arrivals import DESK, PHONE, Arrivals
from tests.journeys.cast.customer import Customer
from tests.journeys.cast.days import DANAS, soon, weekday
from tests.journeys.cast.operators import sign_in
from tests.journeys.pages.examiner import Examiner

pytestmark = pytest.mark.usefixtures("worker")

Sees = Callable[..., Awaitable[None]]


@pytest.fixture
def examiner(full: bool) -> Examiner:
    return Examiner(full=full)


async def test_a_booking_has_no_barriers_in_any_state(
    arrivals: Arrivals, ours: str, lavender: DemoSalon, redis: Redis, examiner: Examiner
) -> None:
    eve = await arrivals.customer(DESK, reduced_motion="reduce")

    async def sees(state: str, *more: Page) -> None:
        await examiner.sees_in_every_look(state, eve.page, *more, eve.frame)

    await eve.goes_to(f"{ours}/demo/tag.html")
    await expect(eve.page.get_by_role("button", name="Hello!")).to_be_visible()
    await examiner.sees_in_every_look("greeted", eve.page, eve.page)
    await eve.goes_to(f"{ours}/demo")
    await examiner.sees_in_every_look("closed", eve.page, eve.page)
    await eve.opens()
    await sees("open", eve.page)
    await looks_around(eve, sees)
    await books(eve, sees)
    await meets_trouble(eve, sees, redis)
    assert examiner.found == []


async def looks_around(eve: Customer, sees: Sees) -> None:
    """A person, all days of one of their services, and a month of it."""
    await expect(eve.chat.locator(".soonest strong").first).to_be_visible()
    await sees("opening")
    await eve.chat.get_by_role("button", name="Dana", exact=True).click()
    await sees("person")
    await eve.chat.get_by_role("button", name="Haircut").click()
    await expect(eve.chat.locator("[role=tabpanel] h3")).to_be_visible()
    await sees("days")
    await eve.chat.get_by_role("button", name="Any other day").click()
    await expect(eve.chat.get_by_role("grid").locator("button:not(.none)").first).to_be_visible()
    await sees("month")


async def books(eve: Customer, sees: Sees) -> None:
    """From the services to the card."""
    await eve.says("what do you offer?")
    await sees("services")
    await eve.says(f"a haircut on {weekday(soon(*DANAS)[0])}")
    await sees("times")
    await eve.presses((await eve.times())[-1], within=".times")
    await eve.button("Book · ").click()
    await expect(eve.chat.locator(".error").filter(visible=True).first).to_be_visible()
    await sees("form with errors")
    await eve.writes(name="Eve Adams", email="eve@example.com")
    await sees("sheet")
    await eve.presses("Book · ")
    await eve.chat.get_by_role("button", name="Helpful", exact=True).last.click()
    await eve.chat.get_by_role("link", name="Outlook").hover()
    await sees("card")


async def meets_trouble(eve: Customer, sees: Sees, redis: Redis) -> None:
    """An error, a person who joins, a line that is lost, and the end."""
    await eve.page.route("**/messages", lambda route: route.fulfill(status=413, body="{}"))
    await eve.sends("thank you")
    await expect(eve.chat.get_by_role("alert")).to_be_visible()
    await sees("error")
    await eve.page.unroute("**/messages")
    await join(eve, redis)
    await sees("person joined")
    await eve.page.context.set_offline(True)
    await expect(eve.chat.locator(".presence.lost")).to_be_visible()
    await sees("offline")
    await eve.page.context.set_offline(False)
    await eve.chat.get_by_role("button", name="More choices").click()
    await sees("menu")
    await eve.chat.get_by_role("button", name="End conversation").click()
    await expect(eve.chat.get_by_role("button", name="Start a new conversation")).to_be_visible()
    await sees("ended")


async def join(eve: Customer, redis: Redis) -> None:
    """Somebody of the team joins and says something, as the console's events tell it."""
    kept = await eve.frame.evaluate(
        "Object.values(localStorage).map((text) => JSON.parse(text)).find((one) => one?.id).id"
    )
    said = {"id": "msg_of_olive", "role": "operator", "author": "Olive", "text": "Hello Eve", "blocks": []}
    events: list[tuple[str, dict[str, Any]]] = [
        ("participant.joined", {"name": "Olive"}),
        ("message.completed", {"message": said}),
    ]
    await ConversationLog(redis).append(kept, events)
    await expect(eve.chat.get_by_text("Hello Eve", exact=True)).to_be_visible()
    await expect(eve.chat.get_by_text("Olive joined the conversation").first).to_be_visible()


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


@pytest.mark.parametrize(
    "device",
    [
        pytest.param(PHONE, id="a phone by day"),
        pytest.param(DESK, id="a desk by night", marks=FULL_SIZE),
    ],
)
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
    console = await arrivals.page(device)
    await sign_in(console, ours, core, salon)
    await examiner.sees("conversations", console)
    await console.get_by_role("link", name="Eve Adams").click()
    await console.locator(".step").first.click()
    await examiner.sees("transcript", console)
    await arrivals.album.keep(console, f"console-{device['color_scheme']}-transcript", full=True)
    await console.locator(".came a").click()
    await expect(console.get_by_role("heading", level=1)).to_contain_text("Haircut")
    await examiner.sees("appointment", console)
    await console.locator(".way-back a").click()
    await expect(console.locator(".timeline, .day-list").filter(visible=True).first).to_be_visible()
    await examiner.sees("agenda", console)
    await arrivals.album.keep(console, f"console-{device['color_scheme']}-agenda")
    assert examiner.found == []
