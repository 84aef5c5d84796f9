"""A sheet books at one press: what it shows, once, and nothing else. Whatever is missing or has changed leads
to a summary first."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from booking_core.appointments.appointment import CONFIRMED, PENDING, Appointment
from booking_core.catalogue.services.booking_questions import CHOICE, TEXT, YES_NO, BookingQuestion
from booking_core.catalogue.services.services import Service
from booking_core.core import BookingCore
from booking_core.errors import Conflict, InvalidField
from booking_core.holds.hold import Hold
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.agent.customers import Chatter

ADA = {"name": "Ada Byron", "email": "ada@example.com", "agreed": True}
ASKED = "a haircut with Dana on Tuesday at 3 pm"


@pytest.fixture
async def ada(core: BookingCore, salon: DemoSalon) -> Chatter:
    """She sees the sheet of a haircut."""
    chatter = Chatter(core, salon)
    await chatter.says(ASKED)
    return chatter


async def read_booked(chatter: Chatter) -> list[Appointment]:
    async with chatter.core.sessions() as session:
        own = select(Appointment).where(Appointment.organization_id == chatter.salon.organization_id)
        return list(await session.scalars(own.order_by(Appointment.created_at)))


async def test_one_press_books_what_the_sheet_shows(ada: Chatter) -> None:
    form = await ada.sees("form")
    assert form is not None
    sheet = form["checkout"]
    assert sheet["submit_label"] == "Book"
    assert sheet["price"] == {"amount": "45.00", "currency": "EUR"}
    assert "You're booked" in await ada.fills_in(**ADA)
    [appointment] = await read_booked(ada)
    assert (appointment.status, str(appointment.price)) == (CONFIRMED, "45.00")
    form = await ada.sees("form")
    assert form is not None
    assert (form["state"], form["outcome"]) == ("closed", "agreed")
    assert (await ada.sees("booking_card")) is not None


@pytest.mark.parametrize("agreed", [False, "true", 1, None])
async def test_a_form_that_is_not_agreed_to_shows_the_summary(ada: Chatter, agreed: object) -> None:
    assert "Shall I book it?" in await ada.fills_in(**{**ADA, "agreed": agreed})
    assert await read_booked(ada) == []


async def test_what_is_missing_is_said_and_nothing_is_booked(ada: Chatter) -> None:
    with pytest.raises(InvalidField):
        await ada.fills_in(name="Ada Byron", agreed=True)
    assert await read_booked(ada) == []
    assert "You're booked" in await ada.fills_in(**ADA)


async def test_an_address_with_a_slip_is_asked_about_first(ada: Chatter) -> None:
    asked = await ada.fills_in(**{**ADA, "email": "ada@gmial.com"})
    assert "Did you mean ada@gmail.com?" in asked
    assert await read_booked(ada) == []


async def test_another_time_draws_another_sheet_and_the_first_is_dead(ada: Chatter) -> None:
    first = await ada.sees("form")
    assert first is not None
    await ada.says("actually Tuesday at 4 pm")
    second = await ada.sees("form")
    assert second is not None
    assert second["id"] != first["id"]
    with pytest.raises(Conflict) as refused:
        await ada._sends(input_id=first["input_id"], payload=ADA)
    assert refused.value.code == "input_closed"
    assert "You're booked" in await ada.fills_in(**ADA)
    [appointment] = await read_booked(ada)
    assert appointment.starts_at.hour == 15  # Four in Berlin.


async def test_a_price_that_changes_meanwhile_is_not_the_customers(ada: Chatter) -> None:
    async with ada.core.sessions() as session, session.begin():
        await session.execute(
            update(Service).where(Service.id == ada.salon.services["Haircut"]).values(price=99)
        )
    await ada.fills_in(**ADA)
    [appointment] = await read_booked(ada)
    assert str(appointment.price) == "45.00"


async def test_a_hold_that_is_not_as_shown_is_shown_again(ada: Chatter) -> None:
    state = (await ada.view()).state
    async with ada.core.sessions() as session, session.begin():
        await session.execute(update(Hold).where(Hold.id == state.hold_id).values(price=99))
    assert "Shall I book it?" in await ada.fills_in(**ADA)
    assert await read_booked(ada) == []


async def test_a_hold_that_ran_out_is_held_anew_and_asked_about(ada: Chatter, clock: FrozenClock) -> None:
    clock.advance(timedelta(minutes=45))
    told = await ada.fills_in(**ADA)
    assert "Shall I book it?" in told
    assert await read_booked(ada) == []
    assert "You're booked" in await ada.says("yes")


async def test_two_tabs_that_press_at_once_book_once(ada: Chatter) -> None:
    form = await ada.sees("form")
    assert form is not None
    assert ada.conversation is not None
    for payload in (ADA, {**ADA, "name": "Eve Adams"}):
        await ada.reception.receive(ada.conversation, new_id("m"), input_id=form["input_id"], payload=payload)
    await asyncio.gather(ada.turns.take(ada.conversation.id), ada.turns.take(ada.conversation.id))
    assert len(await read_booked(ada)) == 1


async def test_a_service_that_needs_approval_is_asked_for(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon)
    await eve.says("bridal styling on Tuesday at 11")
    form = await eve.sees("form")
    assert form is not None
    assert (form["checkout"]["title"], form["checkout"]["submit_label"]) == ("Your request", "Send request")
    assert "We have your request" in await eve.fills_in(**ADA)
    [appointment] = await read_booked(eve)
    assert appointment.status == PENDING


async def test_for_several_it_says_what_each_pays_and_all(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon)
    await eve.says("yoga class for 3 people on Wednesday at 10")
    form = await eve.sees("form")
    assert form is not None
    price = {"amount": "15.00", "currency": "EUR", "each": True, "total": "45.00"}
    assert form["checkout"]["price"] == price


async def test_a_price_from_which_it_costs_is_told_as_that_on_sheet_and_card(
    core: BookingCore, salon: DemoSalon
) -> None:
    async with core.sessions() as session, session.begin():
        await session.execute(
            update(Service).where(Service.id == salon.services["Haircut"]).values(price_is_from=True)
        )
    eve, told = Chatter(core, salon), {"amount": "45.00", "currency": "EUR", "from": True}
    await eve.says(ASKED)
    form = await eve.sees("form")
    assert form is not None
    assert form["checkout"]["price"] == told
    await eve.fills_in(**ADA)
    card = await eve.sees("booking_card")
    assert card is not None
    assert card["price"] == told


async def test_its_questions_stand_on_the_sheet_in_the_owners_order_and_a_required_one_is_answered(
    core: BookingCore, salon: DemoSalon
) -> None:
    async with core.sessions() as session, session.begin():
        for place, (key, kind, required) in enumerate(
            [("photo", YES_NO, False), ("hurts", CHOICE, True), ("wish", TEXT, False)]
        ):
            session.add(
                BookingQuestion(
                    id=new_id("q"), organization_id=salon.organization_id,
                    service_id=salon.services["Haircut"], key=key, label=f"{key}?", kind=kind,
                    choices=["neck", "back"] if kind == CHOICE else [], required=required, position=place,
                )
            )  # fmt: skip
    eve = Chatter(core, salon)
    await eve.says(ASKED)
    form = await eve.sees("form")
    assert form is not None
    asked = [(one["name"], one["required"]) for one in form["fields"][3:]]
    assert asked == [("answers.photo", False), ("answers.hurts", True), ("answers.wish", False)]
    assert "hurts?" in await eve.fills_in(**ADA)
    assert await read_booked(eve) == []
    dan = Chatter(core, salon)
    await dan.says("a haircut with Dana on Tuesday at 5 pm")
    await dan.fills_in(**ADA, **{"answers.hurts": "back", "answers.wish": "tea"})
    [appointment] = await read_booked(dan)
    assert appointment.answers == {"hurts": "back", "wish": "tea"}
