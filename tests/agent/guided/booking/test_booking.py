"""The built-in receptionist books the demo salon: by typing, by buttons, and through changes of mind."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from agent.languages.texts.welcomes import MEANINGS
from booking_core.appointments.appointment import Appointment
from booking_core.time.clock import FrozenClock
from tests.agent.customers import Chatter
from tests.cast import BERLIN, Visitor, at


async def appointments(chatter: Chatter) -> list[Appointment]:
    async with chatter.core.sessions() as session, session.begin():
        found = await session.scalars(
            select(Appointment).where(Appointment.organization_id == chatter.salon.organization_id)
        )
        return list(found)


async def test_a_customer_books_by_typing(eve: Chatter) -> None:
    await eve.says("hi, can I get a haircut with Dana tomorrow after 3?")
    times = [label for label in await eve.labels() if label.startswith("2026")]
    assert times
    assert all(label >= "2026-11-24T15:00" for label in times)
    await eve.says("the second one")
    assert "Shall I book it?" in await eve.says("Eve Adams, eve@example.com")
    assert "€45.00" in await eve.says("what does it cost?")
    answer = await eve.says("yes please")
    [booked] = await appointments(eve)
    assert booked.code in answer
    assert booked.starts_at.astimezone(BERLIN).isoformat() == times[1]
    assert booked.resource_ids == [eve.salon.resources["Dana"]]
    assert eve.turns_taken <= 6


async def test_a_customer_books_by_buttons(eve: Chatter) -> None:
    await eve.says("hello")
    await eve.presses("Haircut", kind="service_list")
    await eve.presses("2026-11-24T", kind="slot_picker")
    await eve.fills_in(name="Eve Adams", email="Eve@Example.com", phone="")
    assert "Booked" not in [block["type"] for block in await eve.open_blocks()]
    await eve.presses("Yes, book it")
    [booked] = await appointments(eve)
    assert (booked.starts_at, booked.status) == (at(1, 9), "confirmed")
    card = await eve.sees("booking_card")
    assert card is not None
    assert card["code"] == booked.code
    assert eve.turns_taken <= 6


async def test_an_exact_time_that_is_free_is_held_at_once(eve: Chatter) -> None:
    answer = await eve.says("Beard trim on Tuesday at 11am please")
    assert "keeping" in answer
    assert (await eve.sees("form")) is not None


async def test_a_customer_changes_her_mind_twice(eve: Chatter) -> None:
    await eve.says("a haircut on Tuesday at 10")
    await eve.says("actually make it Thursday")
    await eve.says("hmm, a blow-dry instead, with Miriam, at 2pm")
    await eve.fills_in(name="Eve Adams", phone="030 1234567", email="")
    await eve.says("yes")
    [booked] = await appointments(eve)
    assert booked.service_id == eve.salon.services["Blow-dry"]
    assert booked.starts_at == at(3, 14)
    assert booked.resource_ids == [eve.salon.resources["Miriam"]]


async def test_a_time_lost_between_offer_and_hold_is_answered_with_others(eve: Chatter, ada: Visitor) -> None:
    await eve.says("haircut with Dana on Wednesday morning")
    await ada.books("Haircut", at(2, 10), staff_id=ada.salon.resources["Dana"])
    answer = await eve.presses("2026-11-25T10:00", kind="slot_picker")
    assert "just been taken" in answer
    await eve.says("the first one")
    await eve.fills_in(name="Eve Adams", email="eve@example.com")
    await eve.presses("Yes, book it")
    assert len(await appointments(eve)) == 2


async def test_a_yes_with_a_condition_books_nothing(eve: Chatter) -> None:
    await eve.says("haircut on Tuesday at 10am")
    await eve.fills_in(name="Eve Adams", email="eve@example.com")
    await eve.says("yes but at four")
    assert await appointments(eve) == []


async def test_a_no_books_nothing_and_asks_what_instead(eve: Chatter) -> None:
    await eve.says("haircut on Tuesday at 10am")
    await eve.fills_in(name="Eve Adams", email="eve@example.com")
    assert "instead" in await eve.says("no thanks")
    assert await appointments(eve) == []
    await eve.says("Wednesday at 11 then")
    await eve.presses("Yes, book it")
    [booked] = await appointments(eve)
    assert booked.starts_at == at(2, 11)


async def test_a_hold_that_ran_out_is_tried_again_and_asked_again(eve: Chatter, clock: FrozenClock) -> None:
    await eve.says("haircut on Tuesday at 10am")
    await eve.fills_in(name="Eve Adams", email="eve@example.com")
    clock.advance(timedelta(minutes=31))
    answer = await eve.says("yes")
    assert "looked again" in answer
    assert await appointments(eve) == []
    await eve.says("yes")
    assert len(await appointments(eve)) == 1


async def test_a_booking_of_this_conversation_can_be_moved_and_cancelled(eve: Chatter) -> None:
    await eve.says("haircut with Dana on Tuesday at 10am")
    await eve.fills_in(name="Eve Adams", email="eve@example.com")
    await eve.presses("Yes, book it")
    await eve.says("can I move it to Wednesday at 11?")
    await eve.presses("Yes, move it")
    [moved] = await appointments(eve)
    assert (moved.starts_at, moved.version) == (at(2, 11), 2)
    await eve.says("please cancel my appointment")
    await eve.presses("Yes, cancel it")
    [cancelled] = await appointments(eve)
    assert cancelled.status == "cancelled"


async def test_a_stranger_cannot_cancel_what_was_booked_elsewhere(eve: Chatter, ada: Visitor) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    answer = await eve.says(f"cancel my appointment {booked.code}")
    assert "six-digit code" in answer
    assert await eve.sees("summary") is None
    assert [one.status for one in await appointments(eve)] == ["confirmed"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how much is a haircut?", "€45.00"),
        ("what are your opening hours?", "09:00–19:00"),
        ("where are you?", "Lavendelweg 7"),
        ("how long does a massage take?", "60 minutes"),
        ("what's your cancellation policy?", "2 hours"),
    ],
)
async def test_questions_are_answered_from_the_records(eve: Chatter, question: str, told: str) -> None:
    assert told in await eve.says(question)


async def test_a_person_is_offered_when_lost_twice_and_asked_for_by_the_button(eve: Chatter) -> None:
    await eve.says("blorp")
    assert "I am not sure I understood." in await eve.says("fnord")
    assert (await eve.view()).conversation.status != "waiting"
    assert "you asked for one" in await eve.presses("Ask for a person")
    assert (await eve.view()).conversation.status == "waiting"


async def test_seats_in_a_class_for_two(eve: Chatter) -> None:
    await eve.says("yoga for two people on Wednesday at noon")
    await eve.fills_in(name="Eve Adams", email="eve@example.com")
    await eve.says("yes")
    [booked] = await appointments(eve)
    assert (booked.party_size, booked.starts_at) == (2, at(2, 12))


@pytest.mark.parametrize(
    "wish", ["Book an appointment", "I'd like to make a booking", "hi, can I book something?"]
)
async def test_a_wish_to_book_is_answered_with_the_services(eve: Chatter, wish: str) -> None:
    await eve.says(wish)
    assert (await eve.sees("service_list")) is not None


@pytest.mark.parametrize("starter", MEANINGS)
async def test_every_starter_is_understood(eve: Chatter, starter: str) -> None:
    assert "not sure I understood" not in await eve.says(starter)


async def test_something_earlier_is_looked_for_and_said_when_there_is_none(eve: Chatter) -> None:
    await eve.says("haircut on friday")
    await eve.says("anything earlier?")
    times = [label for label in await eve.labels() if label.startswith("2026")]
    assert times
    assert max(times) < "2026-11-27"
    assert "nothing earlier" in await eve.says("anything earlier?")


@pytest.mark.parametrize("choice", ["11", "at 11 please", "11:00", "the first one", "first", "1st"])
async def test_a_time_on_the_screen_is_chosen_in_few_words(eve: Chatter, choice: str) -> None:
    await eve.says("colour and cut on friday between 11 and 1")
    assert "keeping" in await eve.says(choice)
    held = (await eve.view()).state.held_offer
    assert held is not None
    assert held.start == at(4, 11)


async def test_a_yes_is_nobodys_name(eve: Chatter) -> None:
    await eve.says("haircut on tuesday at 10am")
    assert "Who is it for" in await eve.says("yes")


async def test_giving_up_in_the_middle_frees_the_time(eve: Chatter, ada: Visitor) -> None:
    dana = eve.salon.resources["Dana"]
    await eve.says("haircut with Dana on tuesday at 10am")
    assert "nothing has been booked" in await eve.says("cancel that")
    await ada.books("Haircut", at(1, 10), staff_id=dana)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("do you have parking?", "courtyard"),
        ("can I pay by card?", "by card"),
        ("are you a robot?", "a program"),
    ],
)
async def test_what_the_owner_wants_told_is_told(eve: Chatter, question: str, told: str) -> None:
    assert told in await eve.says(question)
