"""A hairdresser sets her salon up by pages alone: three people, six services, her week, the line for her
website; a customer books there, and a trial is taken back."""

import httpx
import pytest
from playwright.async_api import expect

from booking_core.core import BookingCore
from tests.journeys.cast.arrivals import PHONE, Arrivals
from tests.journeys.cast.owner import Owner, new_business
from tests.journeys.cast.shop import Shop

pytestmark = pytest.mark.usefixtures("worker")
MOST_CLICKS, MOST_TYPED = 60, 40
SERVICES = {
    "Women’s haircut": "65",
    "Men’s haircut": "38",
    "Children’s haircut": "25",
    "Colour": "95",
    "Blow-dry": "30",
    "Beard trim": "20",
}


async def test_a_salon_is_set_up_by_pages_alone(
    arrivals: Arrivals, shop: Shop, ours: str, core: BookingCore
) -> None:
    async with core.sessions() as session, session.begin():
        business = await new_business(session, "Salon Setup")
    owner = Owner(await arrivals.page(), ours, business, arrivals.album)
    await owner.signs_in(ours)
    await owner.keeps_picture("setup-1-start")
    await begins_with_hair(owner)
    await adds_people(owner, "Lena", "Tom")
    await prices_services(owner, SERVICES, "Lena", "Tom")
    await says_when(owner)
    await says_where(owner)
    await owner.page.goto(f"{owner.home}/start")
    await owner.keeps_picture("setup-2-nearly-done")
    line = await takes_the_line(owner)
    assert line in await paste(shop, business.organization_id)
    eve = await arrivals.customer(PHONE)
    await eve.goes_to(shop.page(business.organization_id))
    await eve.opens()
    await eve.says("a men's haircut with Noa as soon as possible please")
    assert await eve.times()
    assert "38" in await eve.says("and what does a men's haircut cost?")
    await eve.keeps_picture("setup-3-a-customer")
    assert owner.clicks <= MOST_CLICKS, owner.clicks
    assert owner.typed <= MOST_TYPED, owner.typed


async def begins_with_hair(owner: Owner) -> None:
    await owner.chooses("Your trade", "Hair salon")
    await owner.types("Who serves your customers?", "Noa")
    await owner.presses("Begin")
    await owner.hears("Your services are there")


async def adds_people(owner: Owner, *names: str) -> None:
    for name in names:
        await owner.follows("People", within="nav.pages")
        await owner.follows("Add a person")
        await owner.types("Name", name)
        await owner.presses("Save")
        await owner.hears("Added.")


async def prices_services(owner: Owner, services: dict[str, str], *names: str) -> None:
    for service, price in services.items():
        await owner.follows("Services", within="nav.pages")
        await owner.follows(service)
        await owner.types("Price of length 1", price)
        for name in names:
            await owner.ticks(name)
        await owner.presses("Save")
        await owner.hears("Saved.")


async def says_when(owner: Owner) -> None:
    await owner.follows("Opening hours", within="nav.pages")
    await owner.follows("Change the week")
    await owner.types("Monday", "")
    await owner.types("Saturday", "9-14")
    await owner.keeps_picture("setup-4-week")
    await owner.presses("Save")
    await owner.hears("Saved.")


async def says_where(owner: Owner) -> None:
    await owner.follows("Locations", within="nav.pages")
    await owner.follows("Salon Setup")
    await owner.types("Address", "Lindenstraße 1, 10969 Berlin")
    await owner.presses("Save")
    await owner.hears("Saved.")


async def takes_the_line(owner: Owner) -> str:
    await owner.follows("On your website", within="nav.pages")
    await owner.keeps_picture("setup-5-website")
    return await owner.page.get_by_role("textbox", name="The line to paste").input_value()


async def paste(shop: Shop, organization_id: str) -> str:
    """The page of somebody's website, on which the line stands."""
    async with httpx.AsyncClient() as client:
        return (await client.get(shop.page(organization_id))).text


async def test_a_trial_is_booked_in_the_console_and_taken_back(
    arrivals: Arrivals, ours: str, core: BookingCore
) -> None:
    async with core.sessions() as session, session.begin():
        business = await new_business(session, "Salon Trial")
    owner = Owner(await arrivals.page(), ours, business, arrivals.album)
    await owner.signs_in(ours)
    await begins_with_hair(owner)
    await owner.follows("Try it")
    chat = owner.page.frame_locator("iframe.chat").frame_locator("zimun-chat iframe")
    composer = chat.get_by_role("textbox", name="Write a message")
    for words, answer in (
        ("a men's haircut as soon as possible", ".times"),
        ("the first one", ".summary, form"),
        ("Test Person, test@example.com", ".summary"),
        ("yes please", ".booking"),
    ):
        await composer.fill(words)
        await composer.press("Enter")
        await expect(chat.locator(answer).last).to_be_visible(timeout=40_000)
    await expect(owner.page.get_by_text("Test Person")).to_be_visible()
    await owner.presses("Take it back")
    await owner.hears("Taken back")
    await expect(owner.page.get_by_text("Nothing yet.")).to_be_visible()
