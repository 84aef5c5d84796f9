"""A booking made before is found, moved and cancelled by whoever proves it is theirs, and by nobody else."""

import pytest
from sqlalchemy import update

from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.errors import InvalidField
from booking_core.maintenance.demo import DemoSalon
from tests.agent.consent.proof.proving import ADA, code_for, status_of
from tests.agent.customers import Chatter
from tests.cast import Visitor, at


async def test_a_booking_is_cancelled_after_the_code_was_typed(ada_again: Chatter, ada: Visitor) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    assert "Which email address" in await ada_again.says("I need to cancel my appointment")
    assert "six-digit code" in await ada_again.says(f"it was {ADA}")
    assert "cancel it?" in await ada_again.says(f"the code is {await code_for(ada_again)}")
    summary = await ada_again.sees("summary")
    assert summary is not None
    assert booked.code in str(summary["rows"])
    assert "is cancelled" in await ada_again.says("yes")
    assert await status_of(ada.core, booked) == "cancelled"


async def test_a_booking_is_moved_with_forms_and_buttons(ada_again: Chatter, ada: Visitor) -> None:
    booked = await ada.books("Haircut", at(1, 10), staff_id=ada.salon.resources["Dana"])
    await ada_again.says("I would like to move my appointment")
    await ada_again.fills_in(contact=ADA, booking_code="")
    assert "come instead" in await ada_again.fills_in(code=await code_for(ada_again))
    await ada_again.says("Wednesday at 11")
    await ada_again.presses("Yes, move it")
    async with ada.core.sessions() as session, session.begin():
        moved = await session.get_one(Appointment, booked.id)
    assert (moved.starts_at, moved.version) == (at(2, 11), 2)


async def test_everything_may_come_in_one_sentence(ada_again: Chatter, ada: Visitor) -> None:
    await ada.books("Haircut", at(1, 10))
    assert "six-digit code" in await ada_again.says(f"please cancel my appointment, I am {ADA}")


async def test_of_several_bookings_one_is_chosen(ada_again: Chatter, ada: Visitor) -> None:
    first, second = await ada.books("Haircut", at(1, 10)), await ada.books("Beard trim", at(2, 10))
    await ada_again.says(f"cancel my appointment, {ADA}")
    assert "Which one" in await ada_again.says(await code_for(ada_again))
    await ada_again.presses("Beard trim")
    await ada_again.presses("Yes, cancel it")
    assert await status_of(ada.core, first) == "confirmed"
    assert await status_of(ada.core, second) == "cancelled"


async def test_the_booking_code_alone_sends_a_code_to_the_stored_address(
    ada_again: Chatter, ada: Visitor
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    await ada_again.says("I have to cancel")
    assert "six-digit code" in await ada_again.says(f"my booking code is {booked.code.lower()}")
    await ada_again.says(await code_for(ada_again))
    await ada_again.says("yes")
    assert await status_of(ada.core, booked) == "cancelled"


async def test_booking_code_and_number_prove_a_booking_without_an_address(
    ada_again: Chatter, ada: Visitor
) -> None:
    ada.contact = ContactDetails("Ada", None, "+49305550199")
    booked = await ada.books("Haircut", at(1, 10))
    await ada_again.says("cancel my appointment please")
    await ada_again.says("030 5550199")
    assert "cancel it?" in await ada_again.says(f"the booking code is {booked.code}")
    await ada_again.says("yes")
    assert await status_of(ada.core, booked) == "cancelled"


async def test_booking_code_and_address_are_no_proof_unless_the_owner_prefers_them(
    core: BookingCore, salon: DemoSalon, ada_again: Chatter, stranger: Chatter, ada: Visitor
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    assert "six-digit code" in await stranger.says(f"cancel my appointment, {ADA}, code {booked.code}")
    async with core.sessions() as session, session.begin():
        preferred = {"proof": "booking_code"}
        await session.execute(
            update(Organization).where(Organization.id == salon.organization_id).values(chat=preferred)
        )
    assert "cancel it?" in await ada_again.says(f"cancel my appointment, {ADA}, code {booked.code}")


async def test_whether_there_is_a_booking_shows_in_no_answer(
    ada_again: Chatter, stranger: Chatter, ada: Visitor
) -> None:
    await ada.books("Haircut", at(1, 10))
    answers = []
    for chatter, address in ((ada_again, ADA), (stranger, "nobody@example.com")):
        said = [await chatter.says(f"cancel my appointment, {address}")]
        said += [await chatter.says("000000") for _ in range(2)]
        blocks = [(block["type"], block.get("title")) for block in await chatter.open_blocks()]
        answers.append((said, blocks))
    assert answers[0] == answers[1]


async def test_a_code_without_a_booking_behind_it_proves_nothing(stranger: Chatter) -> None:
    await stranger.says("cancel my appointment, nobody@example.com")
    assert "not the code" in await stranger.says(await code_for(stranger))


async def test_what_was_booked_here_needs_no_code(ada_again: Chatter) -> None:
    await ada_again.says("haircut on Tuesday at 10am")
    await ada_again.fills_in(name="Ada", email=ADA)
    await ada_again.says("yes")
    assert "cancel it?" in await ada_again.says("cancel my appointment")


async def test_a_form_that_names_nobody_is_refused_and_stays_open(ada_again: Chatter) -> None:
    await ada_again.says("cancel my appointment")
    for contact, code in (("", ""), ("nonsense", ""), ("x" * 300, "")):
        with pytest.raises(InvalidField):
            await ada_again.fills_in(contact=contact, booking_code=code)
    assert "six-digit code" in await ada_again.fills_in(contact=ADA, booking_code="")
