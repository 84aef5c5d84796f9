"""How many taps a booking takes on a phone, from the launcher on."""

import pytest
from playwright.async_api import Locator, expect

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.journeys.cast.arrivals import PHONE, Arrivals
from tests.journeys.cast.customer import Customer, plain
from tests.journeys.cast.records import appointments
from tests.journeys.cast.shop import Shop

pytestmark = pytest.mark.usefixtures("worker")


class Thumb:
    """Counts what it taps."""

    def __init__(self, eve: Customer) -> None:
        self.eve = eve
        self.taps = 0

    async def taps_on(self, what: Locator) -> None:
        self.taps += 1
        await what.tap()

    async def books(self) -> None:
        """Types a name and one way to be reached, and presses the sheet's button."""
        await expect(self.eve.chat.locator(".sheet")).to_be_visible(timeout=40_000)
        await self.eve.writes(name="Eve Adams", email="eve@example.com")
        await self.taps_on(self.eve.button("Book · "))
        await expect(self.eve.chat.locator(".card.booking")).to_be_visible(timeout=40_000)


@pytest.fixture
async def thumb(arrivals: Arrivals, shop: Shop, salon: DemoSalon) -> Thumb:
    """A phone on the shop's page, the chat opened with the first tap."""
    eve = await arrivals.customer(PHONE)
    await eve.goes_to(shop.page(salon.organization_id))
    thumb = Thumb(eve)
    await thumb.taps_on(eve.launcher)
    return thumb


async def test_the_next_free_time_of_the_most_booked_service_is_three_taps_away(
    thumb: Thumb, salon: DemoSalon, core: BookingCore
) -> None:
    await thumb.taps_on(thumb.eve.chat.locator(".soonest .time strong").first)
    await thumb.books()
    assert thumb.taps == 3
    [booked] = await appointments(core, salon)
    assert booked.service_id == salon.services["Haircut"]


async def test_typed_the_next_free_time_takes_two_turns(
    thumb: Thumb, salon: DemoSalon, core: BookingCore
) -> None:
    eve, first = thumb.eve, thumb.eve.chat.locator(".soonest .time").first
    await expect(first.locator("strong")).to_be_visible()
    day, clock = [plain(await first.locator(part).inner_text()) for part in ("small", "strong")]
    await eve.says(f"haircut {day} at {clock}, Ada Byron ada@example.com")
    await eve.says("yes")
    await expect(eve.chat.locator(".card.booking")).to_be_visible()
    await expect(eve.chat.locator(".message.customer")).to_have_count(2)
    [booked] = await appointments(core, salon)
    assert booked.service_id == salon.services["Haircut"]


async def test_the_long_massage_on_another_day_is_five_taps_away(
    thumb: Thumb, salon: DemoSalon, core: BookingCore
) -> None:
    chat = thumb.eve.chat
    await thumb.taps_on(chat.get_by_role("button", name="Massage"))
    await thumb.taps_on(chat.locator(".chips label", has_text="1 hr 30 min"))
    await expect(chat.locator(".picker header")).to_contain_text("€98")
    await thumb.taps_on(chat.locator("[role=tabpanel] .time").last)
    await thumb.books()
    assert thumb.taps == 5
    [booked] = await appointments(core, salon)
    assert booked.duration_min == 90


async def test_every_day_of_the_month_is_two_taps_away_from_the_strip(thumb: Thumb, salon: DemoSalon) -> None:
    chat = thumb.eve.chat
    await chat.get_by_role("button", name="Massage").tap()
    await expect(chat.locator("[role=tabpanel] h3")).to_be_visible()
    before = thumb.taps
    await thumb.taps_on(chat.get_by_role("button", name="Any other day"))
    days = chat.get_by_role("grid").locator("button:not(.none)")
    await expect(days.first).to_be_visible()
    wanted = await days.last.get_attribute("data-date")
    await thumb.taps_on(days.last)
    assert thumb.taps == before + 2
    await expect(chat.locator("[role=tab][aria-selected=true]")).to_have_attribute("data-date", wanted or "")
    await expect(chat.locator("[role=tabpanel] .time").first).to_be_visible()


async def test_a_page_left_open_too_long_is_given_new_times(
    thumb: Thumb, salon: DemoSalon, core: BookingCore
) -> None:
    """Its ids are refused, and what is free now stands where they stood; nothing is held or said."""
    chat, page = thumb.eve.chat, thumb.eve.page
    await expect(chat.locator(".soonest .time strong").first).to_be_visible()

    async def refuse(route: object) -> None:
        body = '{"status": 410, "code": "slot_token_expired"}'
        await route.fulfill(status=410, body=body)  # type: ignore[attr-defined]

    await page.route("**/messages", refuse)
    await chat.locator(".soonest .time").first.tap()
    await expect(chat.get_by_role("alert")).to_contain_text("no longer open")
    await page.unroute("**/messages")
    await expect(chat.locator(".message.customer")).to_have_count(0)
    await chat.locator(".soonest .time strong").first.tap()
    await expect(chat.locator(".sheet")).to_be_visible(timeout=40_000)


async def test_a_half_filled_sheet_survives_a_reload(arrivals: Arrivals, ours: str, salon: DemoSalon) -> None:
    eve = await arrivals.customer(PHONE)
    await eve.goes_to_hosted(f"{ours}/c/{salon.organization_id}")
    await eve.chat.locator(".soonest .time strong").first.tap()
    await expect(eve.chat.locator(".sheet")).to_be_visible(timeout=40_000)
    await eve.writes(name="Eve Adams", email="eve@exa")
    await eve.page.reload()
    await expect(eve.chat.get_by_label("Your name")).to_have_value("Eve Adams")
    await expect(eve.chat.get_by_label("Email or phone")).to_have_value("eve@exa")
