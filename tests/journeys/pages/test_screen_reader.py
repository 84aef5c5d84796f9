"""A booking as a screen reader tells it."""

import pytest
from playwright.async_api import expect

from booking_core.catalogue.organizations import DEMO_NAME
from booking_core.maintenance.demo import DemoSalon
from tests.journeys.cast.arrivals import Arrivals
from tests.journeys.cast.customer import plain
from tests.journeys.cast.days import DANAS, soon, weekday

pytestmark = pytest.mark.usefixtures("worker")


OPEN = """
- banner /Salon/:
  - heading /Salon/ [level=1]
  - paragraph: Replies instantly
  - button "More choices" [expanded=false]
  - button "Close"
- main "Conversation":
  - log "Conversation"
  - textbox "Write a message"
  - button "Send"
- status
"""
DAYS = """
- heading "Haircut" [level=2]
- group "With whom":
  - radio "Anyone" [checked]
  - radio "Dana"
  - radio "Miriam"
- button /Next free. .+/
- button "Earlier days" [disabled]
- tablist "Date":
  - tab /.+, (Free times. \\d+|Closed|Nothing free)/
- button "Later days"
- button "Any other day" [expanded=false]
- tabpanel /.+ (Free times|Closed|Nothing free).*/:
  - heading [level=3]
  - group:
    - button /\\d+:\\d+ [AP]M/
"""
MONTH = """
- grid:
  - rowgroup:
    - row:
      - columnheader
  - rowgroup:
    - row:
      - gridcell:
        - button /, Free times. \\d+/
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
SHEET = """
- heading "Your appointment" [level=2]
- term: Service
- definition: Haircut
- textbox "Your name" [invalid]
- textbox "Email or phone"
- timer: /Held for you for \\d+ (minutes|seconds)/
- button "Book · €45"
"""
CARD = """
- group "Your appointment":
  - paragraph: Booked
  - heading "Your appointment" [level=2]
  - group "Add to calendar":
    - link "Google"
    - link "Outlook"
    - link "Apple, other"
"""
HEARD = """() => {
    window.heard = [];
    const status = document.querySelector('[role=status]');
    const watch = { childList: true, characterData: true, subtree: true };
    new MutationObserver(() => { heard.push(status.textContent); }).observe(status, watch);
}"""


async def test_days_and_months_as_a_screen_reader_tells_them(
    arrivals: Arrivals, ours: str, lavender: DemoSalon
) -> None:
    """Tabs and a grid, as the ARIA practices have them, and both by keys."""
    eve = await arrivals.customer()
    await eve.goes_to(f"{ours}/demo")
    await eve.opens()
    await eve.chat.get_by_role("button", name="Haircut").click()
    picker = eve.chat.locator(".picker")
    await expect(picker.locator("[role=tabpanel] .time").first).to_be_visible()
    await expect(picker).to_match_aria_snapshot(DAYS)
    chosen = picker.locator("[role=tab][aria-selected=true]")
    before = await chosen.get_attribute("data-date")
    await chosen.press("ArrowRight")
    await expect(chosen).not_to_have_attribute("data-date", before or "")
    await expect(chosen).to_be_focused()
    await expect(picker.locator("[role=tab][tabindex='0']")).to_have_count(1)
    await eve.chat.get_by_role("button", name="Any other day").press("Enter")
    grid = eve.chat.get_by_role("grid")
    await expect(grid.locator("button:not(.none)").first).to_be_visible()
    await expect(eve.chat.locator(".month")).to_match_aria_snapshot(MONTH)
    await expect(grid.locator("button[tabindex='0']")).to_be_focused()
    await eve.page.keyboard.press("ArrowDown")
    await expect(grid.locator("button[tabindex='0']")).to_be_focused()
    await eve.page.keyboard.press("Escape")
    await expect(grid).to_have_count(0)
    await expect(eve.chat.get_by_role("button", name="Any other day")).to_be_focused()
    await expect(eve.composer).to_be_visible()


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
    await eve.button("Book · ").click()
    await expect(eve.chat.locator(".sheet").last).to_match_aria_snapshot(SHEET)
    said.append(await eve.fills_in(name="Eve Adams", email="eve@example.com"))
    await expect(eve.chat.locator(".booking").last).to_match_aria_snapshot(CARD)
    heard = [plain(one) for one in await eve.frame.evaluate("heard")]
    assert len(heard) == len(said)
    for told, answer in zip(heard, said, strict=True):
        assert told.startswith(f"{DEMO_NAME}: {answer.splitlines()[0]}")
    assert await eve.chat.get_by_role("log").get_attribute("aria-live") == "off"
