"""What a customer brings to a confirm: contact, answers, the price they were told; and what a hold that ran
out is still good for."""

from decimal import Decimal
from typing import Any

import pytest

from booking_core.catalogue.services.booking_questions import BookingQuestion
from booking_core.catalogue.services.money import Money
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.errors import Conflict, InvalidField, InvalidFields, SlotTaken
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.booking_core.booking.agreeing.confirming import confirms
from tests.booking_core.booking.storms import forge
from tests.cast import Visitor, at


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


async def test_two_who_won_the_same_time_by_accident_get_one_appointment_and_other_times(
    ada: Visitor, ben: Visitor
) -> None:
    holds = [await forge(who, "Haircut", at(1, 10), ["Dana"], minutes=45) for who in (ada, ben)]
    await confirms(ada, holds[0])
    with pytest.raises(SlotTaken) as refused:
        await confirms(ben, holds[1])
    assert len(refused.value.alternatives) == 3
