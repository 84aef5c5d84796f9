"""Customers book on a shop's website, each in their own way; what they were told is what PostgreSQL holds."""

import pytest

from booking_core.catalogue.services.booking_questions import CHOICE, TEXT, YES_NO, BookingQuestion
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.cast import BERLIN, Visitor
from tests.journeys.cast.arrivals import PHONE, Arrivals
from tests.journeys.cast.days import DANAS, at, soon, weekday
from tests.journeys.cast.records import appointments, claims
from tests.journeys.cast.shop import Shop

pytestmark = pytest.mark.usefixtures("worker")
QUESTIONS = (
    ("hurts", "Anything that hurts?", TEXT, ()),
    ("firm", "How firm?", CHOICE, ("Gentle", "Firm")),
    ("before", "Been here before?", YES_NO, ()),
)


async def test_a_customer_books_by_typing_only(
    arrivals: Arrivals, shop: Shop, salon: DemoSalon, core: BookingCore
) -> None:
    day = soon(*DANAS)[0]
    eve = await arrivals.customer()
    await eve.goes_to(shop.page(salon.organization_id))
    await eve.opens()
    await eve.says(f"hi, can I get a haircut with Dana on {weekday(day)} after 3?")
    times = await eve.times()
    assert min(at(day, time) for time in times) >= at(day, "3:00 PM")
    await eve.keeps_picture("typing-1-times")
    await eve.says("the second one")
    await eve.keeps_picture("typing-2-form")
    assert "Shall I book it?" in await eve.says("Eve Adams, eve@example.com")
    await eve.keeps_picture("typing-3-summary")
    answer = await eve.says("yes please")
    await eve.keeps_picture("typing-4-card")
    [booked] = await appointments(core, salon)
    assert booked.code in answer
    assert booked.service_id == salon.services["Haircut"]
    assert booked.resource_ids == [salon.resources["Dana"]]
    assert booked.starts_at == at(day, times[1])
    assert (booked.status, booked.source) == ("confirmed", "chat")


async def test_another_books_with_her_thumb_only(
    arrivals: Arrivals, shop: Shop, salon: DemoSalon, core: BookingCore
) -> None:
    eve = await arrivals.customer(PHONE)
    await eve.goes_to(shop.page(salon.organization_id))
    await eve.keeps_picture("phone-0-closed")
    await eve.opens()
    await eve.keeps_picture("phone-1-open")
    await eve.presses("Book an appointment")
    await eve.keeps_picture("phone-2-services")
    await eve.presses("Massage", within=".services")
    time = (await eve.times())[-1]
    await eve.keeps_picture("phone-3-times")
    await eve.presses(time, within=".times")
    await eve.keeps_picture("phone-4-form")
    await eve.writes(name="Eve Adams", phone="030 1234567")
    await eve.keeps_picture("phone-5-sheet")
    await eve.presses("Book · ")
    await eve.keeps_picture("phone-6-card")
    assert await eve.chat.locator("body").evaluate("body => body.scrollWidth <= innerWidth")
    [booked] = await appointments(core, salon)
    assert booked.service_id == salon.services["Massage"]
    assert booked.starts_at == at(booked.starts_at.astimezone(BERLIN).date(), time)
    assert set(booked.resource_ids) == {salon.resources["Jonas"], salon.resources["Treatment room"]}
    assert (booked.status, booked.source) == ("confirmed", "chat")


async def test_a_third_changes_her_mind_twice_and_has_one_appointment(
    arrivals: Arrivals, shop: Shop, salon: DemoSalon, core: BookingCore, ada: Visitor
) -> None:
    first, second = soon(*DANAS)[:2]
    eve = await arrivals.customer()
    await eve.goes_to(shop.page(salon.organization_id))
    await eve.opens()
    assert "keeping" in await eve.says(f"a haircut with Dana on {weekday(first)} at 10:30")
    await eve.says("sorry, a blow-dry instead")
    await eve.says(f"and {weekday(second)} is better")
    await eve.keeps_picture("mind-changed-twice")
    await eve.fills_in(name="Eve Adams", email="eve@example.com")
    [booked] = await appointments(core, salon)
    assert booked.service_id == salon.services["Blow-dry"]
    assert booked.starts_at == at(second, "10:30 AM")
    assert len(await claims(core, salon)) == 1
    # Nothing of what she let go of is still kept for her.
    await ada.books("Haircut", at(first, "10:30 AM"), staff_id=salon.resources["Dana"])


async def test_a_fourth_loses_her_time_to_somebody_quicker_and_takes_another(
    arrivals: Arrivals, shop: Shop, salon: DemoSalon, core: BookingCore, ada: Visitor
) -> None:
    day = soon(*DANAS)[0]
    eve = await arrivals.customer()
    await eve.goes_to(shop.page(salon.organization_id))
    await eve.opens()
    await eve.says(f"haircut with Dana on {weekday(day)} morning")
    wanted = (await eve.times())[0]
    quicker = await ada.books("Haircut", at(day, wanted), staff_id=salon.resources["Dana"])
    assert "just been taken" in await eve.presses(wanted, within=".times")
    others = await eve.times()
    assert others
    assert wanted not in others
    await eve.keeps_picture("taken-meanwhile")
    await eve.presses(others[0], within=".times")
    await eve.fills_in(name="Eve Adams", email="eve@example.com")
    hers = [one for one in await appointments(core, salon) if one.id != quicker.id]
    assert [one.starts_at for one in hers] == [at(day, others[0])]


async def test_what_a_business_would_like_to_know_is_a_field_that_may_stay_empty(
    arrivals: Arrivals, shop: Shop, salon: DemoSalon, core: BookingCore
) -> None:
    async with core.sessions() as session, session.begin():
        for position, (key, label, kind, choices) in enumerate(QUESTIONS):
            question = {"key": key, "label": label, "kind": kind, "choices": list(choices)}
            session.add(
                BookingQuestion(
                    id=new_id("q"),
                    organization_id=salon.organization_id,
                    service_id=salon.services["Massage"],
                    position=position,
                    **question,
                )
            )
    eve = await arrivals.customer(PHONE)
    await eve.goes_to(shop.page(salon.organization_id))
    await eve.opens()
    await eve.presses("Book an appointment")
    await eve.presses("Massage", within=".services")
    await eve.presses((await eve.times())[0], within=".times")
    await eve.chat.get_by_label("Anything that hurts?").fill("my left shoulder")
    await eve.chat.get_by_label("How firm?").select_option("Gentle")
    await eve.keeps_picture("questions-1-form")
    assert "You're booked" in await eve.fills_in(name="Eve Adams", phone="030 1234567")
    [booked] = await appointments(core, salon)
    assert booked.answers == {"hurts": "my left shoulder", "firm": "Gentle"}
