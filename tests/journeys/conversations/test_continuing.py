"""A customer changes her mind before she books, goes on from a link on her phone, and ends the
conversation."""

import pytest
from playwright.async_api import expect

from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import SystemClock
from tests.journeys.cast.arrivals import PHONE, Arrivals
from tests.journeys.cast.customer import Customer
from tests.journeys.cast.days import DANAS, soon, weekday
from tests.journeys.cast.shop import Shop
from web.secrets.continue_links import link_to
from web.settings import Settings

pytestmark = pytest.mark.usefixtures("worker")

KEPT = "Object.values(localStorage).map((text) => JSON.parse(text)).find((one) => one?.id)?.id"


async def test_another_time_is_pressed_the_phone_goes_on_and_the_end_is_the_end(
    arrivals: Arrivals, shop: Shop, salon: DemoSalon, settings: Settings
) -> None:
    eve = await arrivals.customer()
    # On our own site the frame has its storage, so that we can read the conversation's id there.
    await eve.goes_to(shop.page(salon.organization_id).replace("127.0.0.1", "localhost"))
    await eve.opens()
    await eve.says(f"haircut with Dana on {weekday(soon(*DANAS)[0])}")
    first, second = (await eve.times())[:2]
    assert first in await eve.presses(first, within=".times")
    assert second in await eve.presses(second, within=".times")

    conversation_id = await eve.frame.evaluate(KEPT)
    phone = Customer(await arrivals.page(PHONE), arrivals.album)
    await phone.goes_to_hosted(link_to(salon.organization_id, conversation_id, settings, SystemClock().now()))
    await expect(phone.chat.locator(".message.customer")).to_have_count(3)
    assert "#" not in phone.page.url
    assert await phone.all_said() == await eve.all_said()

    await phone.fills_in(name="Eve Adams", email="eve@example.com")
    await expect(eve.chat.locator(".card.booking")).to_be_visible()
    await eve.chat.get_by_role("button", name="Helpful", exact=True).filter(visible=True).click()
    await expect(phone.chat.get_by_role("button", name="Helpful", exact=True, pressed=True)).to_have_count(1)
    await eve.chat.get_by_role("button", name="More choices").click()
    await eve.chat.get_by_role("button", name="End conversation").click()
    for device in (eve, phone):
        await expect(device.chat.get_by_text("This conversation has ended.")).to_be_visible()


async def test_while_the_customer_looks_elsewhere_answers_are_counted_and_marked(
    arrivals: Arrivals, shop: Shop, salon: DemoSalon
) -> None:
    eve = await arrivals.customer()
    await eve.goes_to(shop.page(salon.organization_id))
    await eve.opens()
    await eve.misses_an_answer()
    await expect(eve.chat.locator(".note", has_text="New")).to_be_visible()
    await expect(eve.page.get_by_role("button", name="Book a time", exact=True)).to_be_visible()
    await eve.says("thank you")
    await expect(eve.chat.locator(".note", has_text="New")).to_have_count(0)
