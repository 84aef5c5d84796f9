"""What a customer brings to a confirm: contact, answers, the price they were told; and what a hold that ran
out is still good for."""

import unicodedata
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import func, select, update

from booking_core.appointments.appointment import Appointment
from booking_core.booking.confirm import REBOOK
from booking_core.catalogue.booking_questions import BookingQuestion
from booking_core.catalogue.money import Money
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.customers.customer import Customer
from booking_core.errors import Conflict, HoldExpired, InvalidField, InvalidFields, SlotHeld, SlotTaken
from booking_core.holds.hold import Hold
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.booking_core.booking.storms import forge
from tests.cast import Visitor, at

LATE = timedelta(minutes=11)


async def confirms(visitor: Visitor, hold: Hold, **brings: Any) -> Appointment:
    contact = brings.pop("contact", visitor.contact)
    return await visitor.at_desk(lambda desk: desk.confirm(hold.id, contact, **brings))


@pytest.fixture
async def asking(core: BookingCore, salon: DemoSalon) -> DemoSalon:
    """A salon whose haircut asks for three things."""
    asked: list[dict[str, Any]] = [
        {"key": "length", "kind": "choice", "choices": ["short", "long"], "required": True},
        {"key": "allergies", "kind": "yes_no", "required": True, "sensitive": True},
        {"key": "note", "kind": "text"},
    ]
    async with core.sessions() as session, session.begin():
        session.add_all(
            BookingQuestion(
                id=new_id("qst"),
                organization_id=salon.organization_id,
                service_id=salon.services["Haircut"],
                label=one["key"].title() + "?",
                position=position,
                **one,
            )
            for position, one in enumerate(asked)
        )
    return salon


async def test_answers_are_kept_with_the_appointment(ada: Visitor, asking: DemoSalon) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    answers = {"length": "long", "allergies": False, "note": "  by the window "}
    booked = await confirms(ada, hold, answers=answers)
    assert booked.answers == {"length": "long", "allergies": False, "note": "by the window"}


@pytest.mark.parametrize(
    ("answers", "wrong"),
    [
        (None, {"answers.length": "missing_fields", "answers.allergies": "missing_fields"}),
        ({"length": "  ", "allergies": True}, {"answers.length": "missing_fields"}),
        ({"length": "curly", "allergies": True}, {"answers.length": "invalid_answer"}),
        ({"length": "long", "allergies": "maybe"}, {"answers.allergies": "invalid_answer"}),
        ({"length": "long", "allergies": 1}, {"answers.allergies": "invalid_answer"}),
        ({"length": ["long"], "allergies": True}, {"answers.length": "invalid_answer"}),
        ({"length": "long", "allergies": True, "note": "x" * 2001}, {"answers.note": "invalid_answer"}),
        ({"length": "long", "allergies": True, "note": "a\0b"}, {"answers.note": "invalid_answer"}),
        ({"length": "long", "allergies": True, "shoe": 42}, {"answers.shoe": "invalid_answer"}),
    ],
)
async def test_what_is_wrong_with_the_answers_is_said_and_the_hold_kept(
    ada: Visitor, asking: DemoSalon, answers: dict[str, Any] | None, wrong: dict[str, str]
) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    with pytest.raises((InvalidField, InvalidFields)) as refused:
        await confirms(ada, hold, answers=answers)
    fields = refused.value.fields if isinstance(refused.value, InvalidFields) else (refused.value,)
    assert {field.field: field.code for field in fields} == wrong
    assert await confirms(ada, hold, answers={"length": "short", "allergies": True})


async def test_contact_and_answers_are_told_to_be_wrong_at_once(ada: Visitor, asking: DemoSalon) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    with pytest.raises(InvalidFields) as refused:
        await confirms(ada, hold, contact=ContactDetails(name="Ada", email="nowhere"))
    assert {field.field for field in refused.value.fields} == {"email", "answers.length", "answers.allergies"}
    assert refused.value.code == "missing_fields"


async def test_a_service_that_asks_nothing_needs_no_answers(ada: Visitor) -> None:
    assert (await ada.books("Haircut", at(1, 10))).answers == {}


async def test_the_price_is_the_one_that_was_held_whatever_the_owner_does_meanwhile(
    ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    async with core.sessions() as session, session.begin():
        service = (await core.catalogue(session, salon.organization_id)).service(salon.services["Haircut"])
        (await session.merge(service)).price = Decimal("99.00")
    booked = await confirms(ada, hold, expected_price=Money(Decimal("45"), "EUR"))
    assert booked.price == Decimal("45.00")


async def test_another_price_than_expected_is_refused_and_the_hold_kept(ada: Visitor) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    for expected in (Money(Decimal("44.99"), "EUR"), Money(Decimal("45.00"), "USD")):
        with pytest.raises(Conflict) as refused:
            await confirms(ada, hold, expected_price=expected)
        assert refused.value.code == "price_changed"
        assert refused.value.details == {"price": Money(Decimal("45.00"), "EUR")}
    assert await confirms(ada, hold, expected_price=Money(Decimal("45.00"), "EUR"))


async def test_a_hold_that_ran_out_says_that_its_time_is_still_free(ada: Visitor, clock: FrozenClock) -> None:
    hold = await ada.holds("Haircut", at(1, 10), staff_id=ada.salon.resources["Dana"])
    clock.advance(LATE)
    with pytest.raises(HoldExpired) as refused:
        await confirms(ada, hold)
    assert refused.value.details == {"slot_still_free": True}
    [slot] = refused.value.alternatives
    assert (slot.start, slot.staff_ids) == (at(1, 10), (ada.salon.resources["Dana"],))


async def test_a_hold_that_ran_out_says_what_is_near_when_its_time_is_gone(
    ada: Visitor, ben: Visitor, clock: FrozenClock
) -> None:
    dana = ada.salon.resources["Dana"]
    hold = await ada.holds("Haircut", at(1, 10), staff_id=dana)
    clock.advance(LATE)
    await ben.books("Haircut", at(1, 10), staff_id=dana)
    with pytest.raises(HoldExpired) as refused:
        await confirms(ada, hold)
    assert refused.value.details == {"slot_still_free": False}
    assert len(refused.value.alternatives) == 3
    assert {slot.staff_ids for slot in refused.value.alternatives} == {(dana,)}


async def test_the_same_slot_is_booked_again_if_asked_for_and_free(ada: Visitor, clock: FrozenClock) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    clock.advance(LATE)
    booked = await confirms(ada, hold, if_expired=REBOOK)
    assert (booked.starts_at, booked.resource_ids) == (at(1, 10), hold.resource_ids)
    assert (await confirms(ada, hold)).id == booked.id


async def test_the_same_slot_is_not_booked_again_when_somebody_has_or_holds_it(
    ada: Visitor, ben: Visitor, clock: FrozenClock
) -> None:
    dana = ada.salon.resources["Dana"]
    taken = await ada.holds("Haircut", at(1, 10), staff_id=dana)
    held = await ada.holds("Haircut", at(1, 12), staff_id=dana)
    clock.advance(LATE)
    await ben.books("Haircut", at(1, 10), staff_id=dana)
    await ben.holds("Haircut", at(1, 12), staff_id=dana)
    with pytest.raises(SlotTaken) as refused:
        await confirms(ada, taken, if_expired=REBOOK)
    assert refused.value.alternatives
    with pytest.raises(SlotHeld) as busy:
        await confirms(ada, held, if_expired=REBOOK)
    assert busy.value.alternatives


async def test_a_time_that_has_begun_is_not_booked_again(ada: Visitor, clock: FrozenClock) -> None:
    hold = await ada.holds("Haircut", at(0, 11))
    clock.advance(timedelta(hours=4))
    with pytest.raises(HoldExpired) as refused:
        await confirms(ada, hold, if_expired=REBOOK)
    assert refused.value.details == {"slot_still_free": False}


async def test_a_hold_let_go_is_not_booked_again(ada: Visitor) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    await ada.at_desk(lambda desk: desk.release(hold.id))
    with pytest.raises(Conflict) as refused:
        await confirms(ada, hold, if_expired=REBOOK)
    assert refused.value.code == "hold_released"


async def test_a_phone_is_enough(ada: Visitor) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    assert await confirms(ada, hold, contact=ContactDetails(name="Ada", phone="030 5550188"))


async def test_the_same_contact_is_the_same_customer_and_a_mere_claim_is_not(
    ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    contacts = [
        ContactDetails(name="Ada Lovelace", email="ada@example.com", phone="030 5550188"),
        ContactDetails(name="  ada  LOVELACE", email=" ADA@example.com ", phone="+49 30 5550188"),
        ContactDetails(name="Mallory", email="ada@example.com", phone="030 5550188"),
        ContactDetails(name="Ada Lovelace", email="ada@example.com"),
    ]
    booked = [
        await confirms(ada, await ada.holds("Haircut", at(day, 12)), contact=contact)
        for day, contact in enumerate(contacts)
    ]
    first, same, claimed, less = (one.customer_id for one in booked)
    assert first == same
    assert len({first, claimed, less}) == 3
    async with core.sessions() as session:
        customers = Customer.organization_id == salon.organization_id
        assert await session.scalar(select(func.count()).where(customers)) == 3


async def test_two_who_won_the_same_time_by_accident_get_one_appointment_and_other_times(
    ada: Visitor, ben: Visitor
) -> None:
    holds = [await forge(who, "Haircut", at(1, 10), ["Dana"], minutes=45) for who in (ada, ben)]
    await confirms(ada, holds[0])
    with pytest.raises(SlotTaken) as refused:
        await confirms(ben, holds[1])
    assert len(refused.value.alternatives) == 3


async def test_a_name_typed_in_another_form_of_unicode_is_the_same_customer(
    ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    composed, decomposed = "José García", unicodedata.normalize("NFD", "José García")
    first = await confirms(
        ada, await ada.holds("Haircut", at(1, 12)), contact=ContactDetails(composed, "jose@example.com")
    )
    async with core.sessions() as session, session.begin():
        # As earlier versions kept it.
        await session.execute(
            update(Customer).where(Customer.id == first.customer_id).values(name=decomposed)
        )
    for day, name in enumerate((composed, decomposed, f"\u200f{decomposed}"), start=2):
        hold = await ada.holds("Haircut", at(day, 12))
        booked = await confirms(ada, hold, contact=ContactDetails(name, "jose@example.com"))
        assert booked.customer_id == first.customer_id
    async with core.sessions() as session:
        customers = Customer.organization_id == salon.organization_id
        assert await session.scalar(select(func.count()).where(customers)) == 1
