"""After a change that was proven by mail, that mailbox gets what became of it and a way back; no other
does."""

from sqlalchemy import select, update

from agent.letters.code_letter import write_code_letter
from agent.verification.verification import Verification
from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.customers.customer import Customer
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import LINK_MARK, Mail
from tests.agent.consent.proof.proving import ADA
from tests.agent.customers import Chatter
from tests.cast import Visitor, at


async def proves(chatter: Chatter, wish: str) -> str:
    """Ask for something with her address, and type the code that was mailed."""
    await chatter.says(f"{wish}, {ADA}")
    assert chatter.conversation is not None
    async with chatter.core.sessions() as session, session.begin():
        asked = select(Verification.id).where(Verification.conversation_id == chatter.conversation.id)
        verification_id = (await session.scalars(asked)).one()
    await write_code_letter(chatter.core, verification_id)
    return await chatter.says(chatter.reception.codes.of(verification_id))


async def letters_of(core: BookingCore, salon: DemoSalon) -> list[Mail]:
    """Letters after changes, the oldest first."""
    found = select(Mail).where(
        Mail.organization_id == salon.organization_id, Mail.kind == "appointment_changed"
    )
    async with core.sessions() as session, session.begin():
        return list(await session.scalars(found.order_by(Mail.id)))


async def test_what_became_is_said_to_the_mailbox_that_proved_itself(
    ada_again: Chatter, ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    await proves(ada_again, "I would like to move my appointment")
    await ada_again.says("Wednesday at 11")
    moved = await ada_again.presses("Yes, move it")
    await ada_again.says("please cancel it")
    cancelled = await ada_again.presses("Yes, cancel it")
    first, second = await letters_of(core, salon)
    assert "Wed, Nov 25, 11:00" in first.text
    assert booked.code in first.text
    for letter, answer in ((first, moved), (second, cancelled)):
        assert answer.splitlines()[0].replace("**", "") in letter.text
        assert LINK_MARK in letter.text
        assert "**" not in letter.text
        assert (letter.recipient, letter.verification_id) == (ADA, None)
        assert ada_again.conversation is not None
        assert letter.conversation_id == ada_again.conversation.id


async def test_it_goes_where_the_code_went_even_if_the_address_was_changed_since(
    ada_again: Chatter, ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    await ada.books("Haircut", at(1, 10))
    assert "cancel it?" in await proves(ada_again, "please cancel my appointment")
    async with core.sessions() as session, session.begin():
        await session.execute(
            update(Customer).where(Customer.email == ADA).values(email="somebody.else@example.com")
        )
    await ada_again.says("yes")
    assert [letter.recipient for letter in await letters_of(core, salon)] == [ADA]


async def test_booking_code_and_contact_open_no_conversation_to_a_mailbox(
    ada_again: Chatter, ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    async with core.sessions() as session, session.begin():
        preferred = {"proof": "booking_code"}
        await session.execute(
            update(Organization).where(Organization.id == salon.organization_id).values(chat=preferred)
        )
    assert "cancel it?" in await ada_again.says(f"cancel my appointment, {ADA}, code {booked.code}")
    assert "is cancelled" in await ada_again.says("yes")
    assert await letters_of(core, salon) == []


async def test_an_address_that_was_only_named_gets_nothing(
    ada_again: Chatter, core: BookingCore, salon: DemoSalon
) -> None:
    await ada_again.says("haircut on tuesday at 10am")
    await ada_again.fills_in(name="Ada Lovelace", email=ADA)
    await ada_again.presses("Yes, book it")
    await ada_again.says("please cancel it")
    assert "is cancelled" in await ada_again.presses("Yes, cancel it")
    assert await letters_of(core, salon) == []


async def test_a_number_has_no_mailbox(
    ada_again: Chatter, ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    ada.contact = ContactDetails("Ada", None, "+49305550199")
    booked = await ada.books("Haircut", at(1, 10))
    await ada_again.says("cancel my appointment please")
    await ada_again.says(f"030 5550199, the booking code is {booked.code}")
    assert "is cancelled" in await ada_again.says("yes")
    assert await letters_of(core, salon) == []
