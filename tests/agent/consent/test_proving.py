"""A booking made before is found, moved and cancelled by whoever proves it is theirs, and by nobody else."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from agent.intake.end import end_conversation
from agent.letters.code_letter import write_code_letter
from agent.live_stream.stream import ConversationLog
from agent.verification.code_delivery import LETTERS_PER_ADDRESS, LETTERS_PER_MAILBOX
from agent.verification.one_time_codes import MOST_TOGETHER, MOST_TRIES
from agent.verification.request_limits import PER_ADDRESS, PER_ADDRESS_AND_TARGET, PER_CONVERSATION
from agent.verification.verification import Verification
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.errors import InvalidField
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import Mail
from booking_core.time.clock import FrozenClock
from tests.agent.customers import Chatter
from tests.cast import Visitor, at

ADA = "ada@example.com"


@pytest.fixture
def ada_again(core: BookingCore, salon: DemoSalon) -> Chatter:
    """Ada, in another conversation than the one she booked in."""
    return Chatter(core, salon)


@pytest.fixture
def stranger(core: BookingCore, salon: DemoSalon) -> Chatter:
    return Chatter(core, salon)


async def asked_by(chatter: Chatter) -> list[Verification]:
    assert chatter.conversation is not None
    async with chatter.core.sessions() as session:
        found = await session.scalars(
            select(Verification)
            .where(Verification.conversation_id == chatter.conversation.id)
            .order_by(Verification.expires_at.desc())
        )
        return list(found)


async def code_for(chatter: Chatter) -> str:
    """The code of the newest letter, as its reader would read it."""
    return chatter.reception.codes.of((await asked_by(chatter))[0].id)


async def status_of(core: BookingCore, appointment: Appointment) -> str:
    async with core.sessions() as session:
        return (await session.get_one(Appointment, appointment.id)).status


def other_than(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


async def test_a_booking_is_cancelled_after_the_code_was_typed(ada_again: Chatter, ada: Visitor) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    assert "Which e-mail address" in await ada_again.says("I need to cancel my appointment")
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
    async with ada.core.sessions() as session:
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


async def test_five_wrong_codes_end_a_code_and_a_new_one_is_sent(
    ada_again: Chatter, ada: Visitor, clock: FrozenClock
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    await ada_again.says(f"cancel my appointment, {ADA}")
    code = await code_for(ada_again)
    for _ in range(MOST_TRIES):
        clock.advance(timedelta(seconds=1))
        answer = await ada_again.says(other_than(code))
    assert "too often" in answer
    assert "not the code" in await ada_again.says(code)
    assert "cancel it?" in await ada_again.says(await code_for(ada_again))
    assert await status_of(ada.core, booked) == "confirmed"


async def test_a_code_is_over_after_ten_minutes(ada_again: Chatter, ada: Visitor, clock: FrozenClock) -> None:
    await ada.books("Haircut", at(1, 10))
    await ada_again.says(f"cancel my appointment, {ADA}")
    code = await code_for(ada_again)
    clock.advance(timedelta(minutes=10))
    assert "no longer good" in await ada_again.says(code)
    assert await ada_again.sees("summary") is None


async def test_a_newer_code_replaces_the_one_before(
    ada_again: Chatter, ada: Visitor, clock: FrozenClock
) -> None:
    await ada.books("Haircut", at(1, 10))
    await ada_again.says(f"cancel my appointment, {ADA}")
    older = await code_for(ada_again)
    clock.advance(timedelta(minutes=1))
    await ada_again.says(f"please send it to {ADA} again")
    assert "not the code" in await ada_again.says(older)
    assert "cancel it?" in await ada_again.says(await code_for(ada_again))


async def test_a_code_of_another_conversation_is_worth_nothing(
    ada_again: Chatter, stranger: Chatter, ada: Visitor
) -> None:
    await ada.books("Haircut", at(1, 10))
    await ada_again.says(f"cancel my appointment, {ADA}")
    await stranger.says(f"cancel my appointment, {ADA}")
    assert "not the code" in await stranger.says(await code_for(ada_again))


async def test_a_code_proves_once(ada_again: Chatter, ada: Visitor, clock: FrozenClock) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    await ada_again.says(f"cancel my appointment, {ADA}")
    code = await code_for(ada_again)
    await ada_again.says(code)
    clock.advance(timedelta(minutes=31))
    assert "Which e-mail address" in await ada_again.says(code)
    assert await status_of(ada.core, booked) == "confirmed"


async def test_a_proof_runs_out_between_the_summary_and_the_yes(
    ada_again: Chatter, ada: Visitor, clock: FrozenClock
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    await ada_again.says(f"cancel my appointment, {ADA}")
    await ada_again.says(await code_for(ada_again))
    clock.advance(timedelta(minutes=31))
    assert "not been proven" in await ada_again.says("yes")
    assert await status_of(ada.core, booked) == "confirmed"


async def test_what_is_proven_is_that_booking_and_no_other(
    ada_again: Chatter, ada: Visitor, ben: Visitor
) -> None:
    await ada.books("Haircut", at(1, 10))
    bens = await ben.books("Haircut", at(1, 12))
    await ada_again.says(f"cancel my appointment, {ADA}")
    await ada_again.says(await code_for(ada_again))
    await ada_again.says("yes")
    await ada_again.says(f"and cancel the booking {bens.code} too")
    await ada_again.says("yes")
    assert await status_of(ben.core, bens) == "confirmed"


async def test_one_conversation_asks_only_so_often(stranger: Chatter, clock: FrozenClock) -> None:
    for number in range(PER_CONVERSATION):
        await stranger.says(f"cancel my appointment, person{number}@example.com")
    assert "several times" in await stranger.says("cancel my appointment, another@example.com")
    clock.advance(timedelta(hours=1, seconds=1))
    assert "six-digit code" in await stranger.says("cancel my appointment, another@example.com")


async def letters_to(core: BookingCore, salon: DemoSalon, asked: list[Verification]) -> set[str]:
    """Which verifications a letter went out for."""
    for one in asked:
        await write_code_letter(core, one.id)
    written = select(Mail.verification_id).where(Mail.organization_id == salon.organization_id)
    async with core.sessions() as session:
        return {one for one in await session.scalars(written) if one is not None}


async def test_a_mailbox_is_written_to_only_so_often_and_its_owner_has_a_code_all_the_same(
    core: BookingCore, salon: DemoSalon, ada: Visitor, ada_again: Chatter, clock: FrozenClock
) -> None:
    """Whoever names it a hundred times, from anywhere, for an hour; nobody can tell by an answer."""
    booked = await ada.books("Haircut", at(1, 10))
    answers, asked = set(), []
    for number in range(30):
        stranger = Chatter(core, salon, address=f"somewhere {number}")
        answers.add(await stranger.says(f"cancel my appointment, {ADA}"))
        asked += await asked_by(stranger)
        clock.advance(timedelta(minutes=2))
    answers.add(await ada_again.says(f"cancel my appointment, {ADA}"))
    (hers,) = await asked_by(ada_again)
    assert len(answers) == 1
    assert len(await letters_to(core, salon, [*asked, hers])) <= LETTERS_PER_MAILBOX + 8
    assert hers.letter_of in await letters_to(core, salon, [hers])
    assert "cancel it?" in await ada_again.says(ada_again.reception.codes.of(hers.letter_of))
    assert "is cancelled" in await ada_again.says("yes")
    assert await status_of(core, booked) == "cancelled"


async def test_a_code_whose_letter_was_never_written_is_mailed_to_whoever_it_is_handed_on_to(
    core: BookingCore, salon: DemoSalon, ada: Visitor, ada_again: Chatter
) -> None:
    """Strangers ask for codes and leave before the post has gone."""
    await ada.books("Haircut", at(1, 10))
    left = [Chatter(core, salon, address=f"{number}") for number in range(LETTERS_PER_MAILBOX)]
    for one in left:
        await one.says(f"cancel my appointment, {ADA}")
        assert one.conversation is not None
        await end_conversation(core, ConversationLog(core.redis), one.conversation.id)
    await ada_again.says(f"cancel my appointment, {ADA}")
    asked = [row for one in (*left, ada_again) for row in await asked_by(one)]
    (hers,) = await asked_by(ada_again)
    assert hers.code_of is not None
    assert await letters_to(core, salon, asked) == {hers.code_of}
    assert "cancel it?" in await ada_again.says(ada_again.reception.codes.of(hers.letter_of))


async def test_one_address_has_fewer_letters_sent_than_all_together(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    await ada.books("Haircut", at(1, 10))
    asked = []
    for _ in range(LETTERS_PER_ADDRESS + 2):
        stranger = Chatter(core, salon, address="one")
        await stranger.says(f"cancel my appointment, {ADA}")
        asked += await asked_by(stranger)
    assert len(await letters_to(core, salon, asked)) == LETTERS_PER_ADDRESS


async def test_all_of_one_place_that_a_code_was_handed_on_to_have_five_tries_together(
    core: BookingCore, salon: DemoSalon, ada: Visitor, ada_again: Chatter, clock: FrozenClock
) -> None:
    """Whoever asked for the letter keeps their own, so has everybody elsewhere, and the next letter comes as
    soon as this one is old."""
    booked = await ada.books("Haircut", at(1, 10))
    for number in range(LETTERS_PER_MAILBOX - 1):
        await Chatter(core, salon, address=f"{number}").says(f"cancel my appointment, {ADA}")
    clock.advance(timedelta(seconds=1))
    await ada_again.says(f"cancel my appointment, {ADA}")
    letter = (await asked_by(ada_again))[0].id
    told = []
    for _ in range(3):
        guessing = Chatter(core, salon, address="guessing")
        await guessing.says(f"cancel my appointment, {ADA}")
        (asked,) = await asked_by(guessing)
        assert asked.code_of == letter
        wrong = other_than(guessing.reception.codes.of(letter))
        told += [await guessing.says(wrong) for _ in range(2)]
    assert ["not the code" in one for one in told[: MOST_TRIES - 1]] == [True] * (MOST_TRIES - 1)
    assert ["too often" in one for one in told[MOST_TRIES - 1 :]] == [True] * (len(told) - MOST_TRIES + 1)
    elsewhere = Chatter(core, salon, address="elsewhere")
    await elsewhere.says(f"cancel my appointment, {ADA}")
    assert "not the code" in await elsewhere.says(other_than(elsewhere.reception.codes.of(letter)))
    assert "cancel it?" in await ada_again.says(await code_for(ada_again))
    clock.advance(timedelta(minutes=10))
    after = Chatter(core, salon, address="after")
    await after.says(f"cancel my appointment, {ADA}")
    assert "cancel it?" in await after.says(await code_for(after))
    assert await status_of(core, booked) == "confirmed"


async def test_guesses_from_everywhere_at_a_code_that_is_handed_on_are_bounded(
    core: BookingCore, salon: DemoSalon, ada: Visitor, ada_again: Chatter
) -> None:
    await ada.books("Haircut", at(1, 10))
    for number in range(LETTERS_PER_MAILBOX - 1):
        await Chatter(core, salon, address=f"{number}").says(f"cancel my appointment, {ADA}")
    await ada_again.says(f"cancel my appointment, {ADA}")
    guesses = 0
    for number in range(MOST_TOGETHER // MOST_TRIES + 2):
        guessing = Chatter(core, salon, address=f"guessing {number}")
        await guessing.says(f"cancel my appointment, {ADA}")
        (asked,) = await asked_by(guessing)
        wrong = other_than(guessing.reception.codes.of(asked.letter_of))
        for _ in range(MOST_TRIES):
            guesses += "too often" not in await guessing.says(wrong)
    assert guesses < MOST_TOGETHER
    assert "cancel it?" in await ada_again.says(await code_for(ada_again))


async def test_a_code_that_was_used_is_handed_on_to_nobody(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    await ada.books("Haircut", at(1, 10))
    chatters = [Chatter(core, salon, address=f"{number}") for number in range(LETTERS_PER_MAILBOX)]
    for one in chatters:
        await one.says(f"cancel my appointment, {ADA}")
    assert "cancel it?" in await chatters[-1].says(await code_for(chatters[-1]))
    used = await asked_by(chatters[-1])
    for number in range(2):
        another = Chatter(core, salon, address=f"another {number}")
        await another.says(f"cancel my appointment, {ADA}")
        (asked,) = await asked_by(another)
        assert asked.code_of not in {one.id for one in used}


async def test_a_contact_is_guessed_only_so_often_from_one_address(
    core: BookingCore, salon: DemoSalon, ada: Visitor, ada_again: Chatter
) -> None:
    """And guessing elsewhere takes nothing from whoever knows."""
    ada.contact = ContactDetails("Ada", None, "+49305550199")
    booked = await ada.books("Haircut", at(1, 10))
    for number in range(PER_ADDRESS_AND_TARGET):
        guessing = Chatter(core, salon, address="guessing")
        await guessing.says(f"cancel my appointment, 030 555010{number}, the booking code is {booked.code}")
    knowing = Chatter(core, salon, address="guessing")
    assert "cancel it?" not in await knowing.says(
        f"cancel my appointment, 030 5550199, the booking code is {booked.code}"
    )
    assert "cancel it?" in await ada_again.says(
        f"cancel my appointment, 030 5550199, the booking code is {booked.code}"
    )


async def test_one_address_asks_only_so_often_and_others_go_on(core: BookingCore, salon: DemoSalon) -> None:
    for number in range(PER_ADDRESS):
        await Chatter(core, salon, address="one").says(f"cancel my appointment, person{number}@example.com")
    refused = await Chatter(core, salon, address="one").says("cancel my appointment, another@example.com")
    assert "several times" in refused
    elsewhere = Chatter(core, salon, address="two")
    assert "six-digit code" in await elsewhere.says("cancel my appointment, another@example.com")
    nowhere = Chatter(core, salon)
    assert "six-digit code" in await nowhere.says("cancel my appointment, another@example.com")


async def test_whoever_asked_too_often_may_still_enter_the_code_they_have(
    ada_again: Chatter, ada: Visitor
) -> None:
    await ada.books("Haircut", at(1, 10))
    for number in range(PER_CONVERSATION - 1):
        await ada_again.says(f"cancel my appointment, person{number}@example.com")
    await ada_again.says(f"it was {ADA}")
    assert "several times" in await ada_again.says(f"please send it to {ADA} again")
    assert "cancel it?" in await ada_again.fills_in(code=await code_for(ada_again))


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
