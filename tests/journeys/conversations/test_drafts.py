"""What a customer has written and not sent stays with them: over a reload, and when it is too long to
send."""

import pytest
from playwright.async_api import expect

from booking_core.maintenance.demo import DemoSalon
from tests.journeys.cast.arrivals import PHONE, Arrivals
from tests.journeys.cast.customer import Customer
from tests.journeys.cast.shop import Shop

pytestmark = pytest.mark.usefixtures("worker")
DRAFT = "I would like to come on Fri"


@pytest.fixture
async def eve(arrivals: Arrivals, shop: Shop, salon: DemoSalon) -> Customer:
    eve = await arrivals.customer(PHONE)
    await eve.goes_to(shop.page(salon.organization_id))
    await eve.opens()
    return eve


async def test_a_draft_outlives_a_reload_and_goes_when_it_is_sent(eve: Customer) -> None:
    field = eve.chat.get_by_role("textbox", name="Write a message")
    await field.fill(DRAFT)
    for _ in range(2):
        await eve.page.reload()
        await eve.opens()
        await expect(field).to_have_value(DRAFT)
    await eve.says("when are you open?")
    await eve.page.reload()
    await eve.opens()
    await expect(field).to_have_value("")


async def test_a_text_that_is_too_long_is_kept_whole_and_said_to_be_so(eve: Customer) -> None:
    field = eve.chat.get_by_role("textbox", name="Write a message")
    text = "haircut " * 750 + "on Friday at ten"
    await field.fill(text)
    await expect(eve.chat.get_by_role("alert")).to_have_text("This message is too long. 6,016 / 4,000")
    await field.press("Enter")
    await expect(field).to_have_value(text)
    await expect(eve.chat.locator(".message.customer")).to_have_count(0)
    await field.fill("on Friday at ten")
    await expect(eve.chat.get_by_role("alert")).to_be_hidden()
