"""axe finds nothing to complain of, best practices included, in any state of a booking, by day and by
night."""

import os
from itertools import product
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.async_api import Frame, Page, expect
from redis.asyncio import Redis

from agent.live_stream.stream import ConversationLog
from booking_core.core import BookingCore
from booking_core.maintenance.demo import NAME, DemoSalon
from tests.journeys.cast.arrivals import DESK, PHONE, Arrivals
from tests.journeys.cast.customer import Customer, plain
from tests.journeys.cast.days import DANAS, soon, weekday
from tests.journeys.cast.operators import sign_in

pytestmark = pytest.mark.usefixtures("worker")

DEVICES = {"a phone by day": PHONE, "a desk by night": DESK}


AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
# Of a phone that is old, of a phone, and of a desk.
WIDTHS = (320, 390, 1280)
LOOKS = tuple(product(("light", "dark"), ("ltr", "rtl"), WIDTHS))
# A third of the looks for each state, other ones for the next; with JOURNEY_LOOKS=all every look for every
# state.
EVERY = 1 if os.environ.get("JOURNEY_LOOKS") == "all" else 3
FINDINGS = """async () => {
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    const sideways = document.documentElement.scrollWidth > innerWidth ? ['scrolls sideways'] : [];
    const place = ({ target, failureSummary }) => [target, failureSummary];
    const places = (nodes) => JSON.stringify(nodes.map(place));
    return [...violations.map(({ id, help, nodes }) => `${id}, ${help}, at ${places(nodes)}`), ...sideways];
}"""


class Examiner:
    """Collects what axe finds, best practices included, with the state it was found in."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.states = 0

    async def sees(self, state: str, *places: Page | Frame) -> None:
        for place in places:
            # Colours are measured once everything has faded in.
            await place.evaluate(
                "Promise.all(document.getAnimations({subtree: true}).map((one) => one.finished))"
            )
            if not await place.evaluate("'axe' in window"):
                await place.evaluate(AXE)
            self.found += [f"{state}: {finding}" for finding in await place.evaluate(FINDINGS)]

    async def sees_in_every_look(self, state: str, page: Page, *places: Page | Frame) -> None:
        """By day and by night, from left to right and from right to left, on every width."""
        self.states += 1
        for scheme, way, width in LOOKS[self.states % EVERY :: EVERY]:
            await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            await page.set_viewport_size({"width": width, "height": 800})
            for place in places:
                await place.evaluate(f"document.documentElement.dir = '{way}'")
            await self.sees(f"{state}, {scheme}, {way}, {width} px", *places)
        for place in places:
            await place.evaluate("document.documentElement.dir = 'ltr'")
        await page.set_viewport_size({"width": 1280, "height": 900})


@pytest.fixture
def examiner() -> Examiner:
    return Examiner()


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
    await eve.says("what do you offer?")
    await sees("services")
    await eve.says(f"a haircut on {weekday(soon(*DANAS)[0])}")
    await sees("times")
    await eve.presses((await eve.times())[-1], within=".times")
    await eve.button("Continue").click()
    await expect(eve.chat.locator(".error").filter(visible=True).first).to_be_visible()
    await sees("form with errors")
    await eve.fills_in(name="Eve Adams", email="eve@example.com")
    await sees("summary")
    await eve.presses("Yes, book it")
    await eve.chat.get_by_role("button", name="Helpful", exact=True).last.click()
    await eve.chat.get_by_role("link", name="Outlook").hover()
    await sees("card")
    await eve.page.route("**/messages", lambda route: route.fulfill(status=413, body="{}"))
    await eve.sends("thank you")
    await expect(eve.chat.get_by_role("alert")).to_be_visible()
    await sees("error")
    await eve.page.unroute("**/messages")
    await joined(eve, redis)
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
    assert examiner.found == []


async def joined(eve: Customer, redis: Redis) -> None:
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


OPEN = """
- banner /Salon/:
  - heading /Salon/ [level=1]
  - paragraph: Answers at once
  - button "More choices" [expanded=false]
  - button "Close"
- main "Conversation":
  - log "Conversation"
  - textbox "Write a message"
  - button "Send"
- status
"""
SERVICES = """
- list:
  - listitem:
    - button /Haircut .+ €45 45 mins?/
"""
TIMES = """
- heading /Haircut/ [level=2]
- group:
  - heading [level=3]
  - button /\\d+:\\d+ [AP]M/
"""
FORM = """
- textbox "Your name" [invalid]
- textbox "E-mail (optional)"
- textbox "Phone (optional)"
- button "Continue"
"""
SUMMARY = """
- group:
  - heading [level=2]
  - term: Service
  - definition: Haircut
  - timer: /Held for you for \\d+:\\d\\d/
  - button "Yes, book it"
"""
CARD = """
- group "Your appointment":
  - paragraph: Booked
  - heading "Your appointment" [level=2]
  - group "Add to calendar":
    - link "Google"
    - link "Outlook"
    - link "Apple and others"
"""
HEARD = """() => {
    window.heard = [];
    const status = document.querySelector('[role=status]');
    const watch = { childList: true, characterData: true, subtree: true };
    new MutationObserver(() => { heard.push(status.textContent); }).observe(status, watch);
}"""


async def test_a_booking_as_a_screen_reader_tells_it(
    arrivals: Arrivals, ours: str, lavender: DemoSalon
) -> None:
    """Each answer is announced once and whole; each thing has a role and a name; the history is not a live
    region."""
    eve = await arrivals.customer()
    await eve.goes_to(f"{ours}/demo")
    await expect(eve.launcher).to_match_aria_snapshot("- button /Book a time/ [expanded=false]")
    await eve.opens()
    await expect(eve.page.locator("zimun-chat")).to_match_aria_snapshot(
        "- complementary /Book a time/:\n  - button /Book a time/ [expanded]\n  - dialog /Book a time/:\n   "
        " - iframe"
    )
    await eve.frame.evaluate(HEARD)
    body = eve.chat.locator("body")
    await expect(body).to_match_aria_snapshot(OPEN)
    said = [
        await eve.says("what do you offer?"),
        await eve.says(f"a haircut with Dana on {weekday(soon(*DANAS)[0])}"),
    ]
    await expect(eve.chat.locator(".services").last).to_match_aria_snapshot(SERVICES)
    await expect(eve.chat.locator(".times").last).to_match_aria_snapshot(TIMES)
    said.append(await eve.presses((await eve.times())[0], within=".times"))
    await eve.button("Continue").click()
    await expect(eve.chat.locator("form.fields").last).to_match_aria_snapshot(FORM)
    said.append(await eve.fills_in(name="Eve Adams", email="eve@example.com"))
    await expect(eve.chat.locator(".summary").last).to_match_aria_snapshot(SUMMARY)
    said.append(await eve.presses("Yes, book it"))
    await expect(eve.chat.locator(".booking").last).to_match_aria_snapshot(CARD)
    heard = [plain(one) for one in await eve.frame.evaluate("heard")]
    assert len(heard) == len(said)
    for told, answer in zip(heard, said, strict=True):
        assert told.startswith(f"{NAME}: {answer.splitlines()[0]}")
    assert await eve.chat.get_by_role("log").get_attribute("aria-live") == "off"


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
