"""What customers do besides answering: they take their time, ask in between, say it with a dot, and leave."""

from datetime import timedelta

import pytest

from booking_core.time.clock import FrozenClock
from tests.agent.customers import Chatter
from tests.cast import Visitor, at


async def test_a_form_filled_in_after_the_hold_ran_out_leads_on(eve: Chatter, clock: FrozenClock) -> None:
    await eve.says("a blow-dry tomorrow at 3pm")
    clock.advance(timedelta(minutes=15))
    answer = await eve.fills_in(name="Rolf Stern", phone="030 2223344", email="")
    assert "looked again" in answer
    assert "Shall I book it?" in answer
    assert "You're booked" in await eve.says("yes")


async def test_a_time_lost_while_the_form_was_filled_in_is_answered_with_others(
    eve: Chatter, ada: Visitor, clock: FrozenClock
) -> None:
    await eve.says("haircut with Dana on tuesday at 3pm")
    clock.advance(timedelta(minutes=15))
    await ada.books("Haircut", at(1, 15), staff_id=ada.salon.resources["Dana"])
    assert "just been taken" in await eve.fills_in(name="Rolf Stern", phone="030 2223344", email="")


@pytest.mark.parametrize(
    "words", ["wednesday 11.30", "a haircut on wednesday, 11.30 please", "let's do wednesday 11.30"]
)
async def test_a_clock_may_be_written_with_a_dot(eve: Chatter, words: str) -> None:
    await eve.says("haircut with Miriam")
    await eve.says(words)
    held = (await eve.view()).state.held_offer
    assert held is not None
    assert held.start == at(2, 11, 30)


@pytest.mark.parametrize(
    "wish", ["a haircut Saturday if you're open", "I need a haircut, are you open on Saturday?"]
)
async def test_a_service_and_a_day_are_a_wish_whatever_else_is_asked(eve: Chatter, wish: str) -> None:
    await eve.says(wish)
    assert {label[:10] for label in await eve.labels() if label.startswith("2026")} == {"2026-11-28"}


@pytest.mark.parametrize(
    "question",
    ["are you a real person?", "am I talking to a robot?", "is this a bot or a human?", "are you human"],
)
async def test_who_asks_about_the_assistant_is_told_what_it_is(eve: Chatter, question: str) -> None:
    assert "a program" in await eve.says(question)
    assert (await eve.view()).conversation.status == "bot"


@pytest.mark.parametrize(
    "wish", ["can I talk to a real person, not a robot?", "are you a robot? I want to speak to a human"]
)
async def test_who_wants_a_person_gets_one_whatever_they_call_the_assistant(eve: Chatter, wish: str) -> None:
    assert "This is how you reach us" in await eve.says(wish)


async def test_cards_are_a_question_of_payment_even_while_the_name_is_asked(eve: Chatter) -> None:
    await eve.says("haircut on tuesday at 11")
    assert "by card" in await eve.says("do you take cards?")


async def test_another_time_is_no_list_where_somebody_leaves(eve: Chatter) -> None:
    await eve.says("haircut on thursday")
    assert "Goodbye" in await eve.says("alright, I'll try another time, thanks")


async def test_what_the_summary_should_say_is_heard(eve: Chatter) -> None:
    await eve.says("haircut on thursday at 11")
    await eve.says("Maya Lund, maja@lund.example")
    await eve.says("not quite: it should say Maja Lund, maja@lund.example")
    contact = (await eve.view()).state.contact
    assert contact is not None
    assert contact.name == "Maja Lund"


@pytest.mark.parametrize(
    ("words", "service"),
    [
        ("can I get my hair coloured on thursday?", "Colour and cut"),
        ("colour my hair on thursday please", "Colour and cut"),
        ("I'd like to get my hair cut on thursday", "Haircut"),
        ("trim my beard on thursday", "Beard trim"),
        ("my beard trimmed on thursday", "Beard trim"),
        ("Haare färben am Donnerstag", "Colour and cut"),
        ("תור לתספורת ביום חמישי", "Haircut"),
        ("أريد موعدا لقص الشعر يوم الخميس", "Haircut"),
    ],
)
async def test_what_is_done_tells_the_service_not_what_it_is_done_to(
    eve: Chatter, words: str, service: str
) -> None:
    await eve.says(words)
    shown = await eve.sees("slot_picker")
    assert shown is not None
    assert shown["service"] == service


@pytest.mark.parametrize("choice", ["the second one", "massage", "the massage please"])
async def test_which_of_two_services_is_asked_once(eve: Chatter, choice: str) -> None:
    assert "Haircut or Massage" in await eve.says("a haircut or a massage on wednesday")
    assert "free for Massage" in await eve.says(choice)
    assert all(time.startswith("2026-11-25") for time in await eve.labels() if time.startswith("2026"))


@pytest.mark.parametrize(
    "question",
    [
        "where can I park?",
        "do you have a car park",
        "gibt es Parkplätze?",
        "wo kann ich parken",
        "où peut-on se garer ?",
        "¿dónde se puede aparcar?",
        "c'è un parcheggio?",
        "איפה יש חניה?",
        "هل يوجد موقف سيارات؟",
    ],
)
async def test_what_the_owner_wants_told_is_found_in_every_language(eve: Chatter, question: str) -> None:
    assert "courtyard" in await eve.says(question)
