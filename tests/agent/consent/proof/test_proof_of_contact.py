"""Where the business wants it, whoever books has shown first that the mailbox is theirs; and whoever has
shown it books on."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from agent.verification.verification import Verification
from booking_core.booking.booking_caps import Booker
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.agent.consent.proof.proving import ADA, code_mailed, read_booked
from tests.agent.customers import Chatter
from tests.agent.rules.customers_of_rules import rules_of
from tests.cast import Visitor, at, set_by_owner


async def rule(core: BookingCore, salon: DemoSalon, **rules: Any) -> None:
    changed = {f"booking_rules__{name}": value for name, value in rules.items()}
    await set_by_owner(core, salon.organization_id, **changed)


@pytest.fixture
async def careful(core: BookingCore, salon: DemoSalon) -> DemoSalon:
    """A salon that wants every contact verified."""
    await rule(core, salon, verify_contact=True)
    return salon


@pytest.fixture
def ada(core: BookingCore, careful: DemoSalon) -> Chatter:
    return Chatter(core, careful)


async def test_the_code_comes_before_the_summary_and_the_yes_books(
    core: BookingCore, ada: Chatter, careful: DemoSalon
) -> None:
    await ada.says("haircut on Tuesday at 10am")
    assert f"newest email to {ADA}" in await ada.fills_in(name="Ada", email=ADA)
    assert await ada.sees("summary") is None
    assert "yes" not in await ada.says("yes")
    assert await read_booked(core, careful) == 0
    assert "Shall I book it?" in await ada.fills_in(code=await code_mailed(ada))
    assert "You're booked" in await ada.says("yes")
    assert await read_booked(core, careful) == 1


async def test_the_letter_is_in_the_language_the_customer_writes(ada: Chatter) -> None:
    await ada.says("Ich hätte gern einen Haarschnitt am Dienstag um 10 Uhr")
    assert "neuesten E-Mail" in await ada.fills_in(name="Ada", email=ADA)
    await code_mailed(ada, words="einen Termin bei")


async def test_another_address_needs_another_code(
    core: BookingCore, ada: Chatter, careful: DemoSalon
) -> None:
    await ada.says("haircut on Tuesday at 10am")
    await ada.fills_in(name="Ada", email=ADA)
    await ada.says(await code_mailed(ada))
    other = "ada@example.org"
    assert f"newest email to {other}" in await ada.says(f"my e-mail is {other}")
    await ada.says("yes")
    assert await read_booked(core, careful) == 0
    await ada.says(await code_mailed(ada, other))
    await ada.says("yes")
    assert await read_booked(core, careful) == 1


async def test_a_wrong_code_books_nothing(core: BookingCore, ada: Chatter, careful: DemoSalon) -> None:
    await ada.says("haircut on Tuesday at 10am")
    await ada.fills_in(name="Ada", email=ADA)
    wrong = f"{(int(await code_mailed(ada)) + 1) % 1_000_000:06}"
    assert "not the code" in await ada.says(wrong)
    await ada.says("yes")
    assert await read_booked(core, careful) == 0


async def test_a_phone_number_alone_is_asked_for_an_address(
    core: BookingCore, ada: Chatter, careful: DemoSalon
) -> None:
    await ada.says("haircut on Tuesday at 10am")
    said = await ada.fills_in(name="Ada", email="", phone="030 5550188")
    assert "only book with an email address" in said
    assert "newest email" in await ada.says(f"then it is {ADA}")
    await ada.says(await code_mailed(ada))
    await ada.says("yes")
    assert await read_booked(core, careful) == 1


async def test_a_proof_that_ran_out_before_the_yes_books_nothing(
    core: BookingCore, ada: Chatter, careful: DemoSalon, clock: FrozenClock
) -> None:
    await ada.says("haircut on Tuesday at 10am")
    await ada.fills_in(name="Ada", email=ADA)
    await ada.says(await code_mailed(ada))
    async with core.sessions() as session, session.begin():
        (proof,) = await session.scalars(
            select(Verification).where(Verification.organization_id == careful.organization_id)
        )
        proof.proven_until = clock.now() - timedelta(seconds=1)
    assert "enter the code" in await ada.says("yes")
    assert await read_booked(core, careful) == 0


async def test_the_front_desk_books_without_a_code(core: BookingCore, careful: DemoSalon) -> None:
    assert await Visitor(core, careful, "Ben", door="console").books("Haircut", at(1, 10))


async def test_whoever_meets_bookings_others_made_in_their_name_proves_it_and_books(
    core: BookingCore, salon: DemoSalon
) -> None:
    await rule(core, salon, upcoming_per_contact=2)
    stranger = Visitor(core, salon, "Eve")
    contact = ContactDetails("Eve", ADA)
    for day in (2, 3):
        hold = await stranger.holds("Haircut", at(day, 10))
        await stranger.at_desk(
            lambda desk, hold=hold: desk.confirm(hold.id, contact, booker=Booker(address="somewhere"))
        )
    ada = Chatter(core, salon, address="home")
    await ada.says("haircut on Tuesday at 10am")
    await ada.fills_in(name="Ada", email=ADA)
    assert "newest email" in await ada.says("yes")
    assert ("within_booking_caps", False) in await rules_of(ada)
    assert "Shall I book it?" in await ada.says(await code_mailed(ada))
    assert "You're booked" in await ada.says("yes")


async def test_whoever_has_booked_enough_is_told_whom_to_call_and_keeps_the_summary(
    core: BookingCore, salon: DemoSalon
) -> None:
    await rule(core, salon, upcoming_per_conversation=1)
    ada = Chatter(core, salon, address="home")
    await ada.says("haircut on Tuesday at 10am")
    await ada.fills_in(name="Ada", email=ADA)
    assert "You're booked" in await ada.says("yes")
    await ada.says("and a beard trim on Wednesday at 11")
    for _ in range(2):
        assert "contact us directly" in await ada.presses("Yes, book it")
        assert await ada.sees("contact_fallback")
    assert await read_booked(core, salon) == 1
    await ada.says("cancel my haircut")
