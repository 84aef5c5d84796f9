"""A customer without a mouse: everything can be reached, pressed and left with keys."""

import pytest
from playwright.async_api import expect

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.journeys.cast.arrivals import Arrivals
from tests.journeys.cast.customer import Customer, plain
from tests.journeys.cast.days import DANAS, at, soon, weekday
from tests.journeys.cast.records import appointments
from tests.journeys.cast.shop import Shop

pytestmark = pytest.mark.usefixtures("worker")

FOCUSED = """() => {
    const { activeElement: one } = document;
    return one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent ?? one.textContent;
}"""
# More stops than any state of the conversation has.
MOST_STOPS = 60


class Typist(Customer):
    """Has only a keyboard."""

    async def moves_to(self, label: str, key: str = "Shift+Tab") -> None:
        """Press Tab, backwards unless told otherwise, until what begins so has the focus."""
        stops = []
        for _ in range(MOST_STOPS):
            stops.append(plain(await self.frame.evaluate(FOCUSED)))
            if stops[-1].startswith(label):
                return
            await self.page.keyboard.press(key)
        raise AssertionError(f"{label!r} cannot be reached; the stops are {stops}")

    async def enters(self) -> None:
        async with self.answered():
            await self.page.keyboard.press("Enter")

    async def types(self, text: str) -> None:
        await self.page.keyboard.type(text)


async def test_a_whole_booking_with_the_keyboard_alone(
    arrivals: Arrivals, shop: Shop, salon: DemoSalon, core: BookingCore
) -> None:
    day = soon(*DANAS)[0]
    eve = Typist(await arrivals.page(), arrivals.album)
    await eve.goes_to(shop.page(salon.organization_id))
    # Past the page's own link.
    await eve.page.keyboard.press("Tab")
    await eve.page.keyboard.press("Tab")
    await expect(eve.launcher).to_be_focused()
    await eve.page.keyboard.press("Enter")
    await eve.keys_arrive()
    await eve.types(f"haircut with Dana on {weekday(day)} afternoon")
    await eve.enters()
    time = (await eve.times())[2]
    await eve.moves_to(time)
    await eve.keeps_picture("keyboard-time")
    await eve.enters()
    # A button that was pressed is gone; the focus is where one writes.
    await expect(eve.composer).to_be_focused()
    await eve.moves_to("Your name")
    await eve.types("Eve Adams")
    await eve.moves_to("Email", "Tab")
    await eve.types("eve@example.com")
    # Enter in a field books nothing yet: it leads to the button that says what it does.
    await eve.page.keyboard.press("Enter")
    await expect(eve.button("Book · ")).to_be_focused()
    await eve.enters()
    await expect(eve.chat.locator(".card.booking")).to_be_visible()
    [booked] = await appointments(core, salon)
    assert booked.starts_at == at(day, time)


async def test_escape_closes_it_and_the_focus_is_on_the_launcher_again(
    arrivals: Arrivals, shop: Shop, salon: DemoSalon
) -> None:
    eve = Typist(await arrivals.page(), arrivals.album)
    await eve.goes_to(shop.page(salon.organization_id))
    await eve.launcher.press("Enter")
    await eve.keys_arrive()
    await eve.says("hello")
    await eve.moves_to("Haircut")
    await eve.page.keyboard.press("Escape")
    await expect(eve.composer).to_be_hidden()
    await expect(eve.launcher).to_be_focused()
    await eve.page.keyboard.press("Enter")
    await expect(eve.composer).to_be_focused()
    assert "hello" in await eve.all_said()
