"""What customers do besides answering: they take their time, ask in between, say it with a dot, and leave."""

from datetime import timedelta

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.agent.customers import Chatter
from tests.cast import Visitor, at


@pytest.fixture
def eve(core: BookingCore, salon: DemoSalon) -> Chatter:
    return Chatter(core, salon)


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


@pytest.mark.parametrize(
    "farewell",
    [
        "no worries, I'll leave it",
        "ok, never mind then",
        "that's a pity, bye",
        "alright, I'll try another time, thanks",
        "lovely, see you then",
    ],
)
async def test_a_customer_may_leave_without_anybody_being_called(eve: Chatter, farewell: str) -> None:
    await eve.says("haircut on tuesday")
    await eve.says("blorp")
    await eve.says(farewell)
    view = await eve.view()
    assert view.conversation.status == "bot"
    assert view.state.draft.lost == 0
    assert view.state.draft.name is None


async def test_see_you_is_no_yes_and_no_goodbye_before_it_is_booked(eve: Chatter) -> None:
    await eve.says("haircut on tuesday at 11")
    await eve.says("Ada, ada@example.com")
    assert "say yes" in (await eve.says("great, see you then")).casefold()


async def test_a_yes_before_the_name_is_no_part_of_it(eve: Chatter) -> None:
    await eve.says("haircut on tuesday at 11")
    assert "Shall I book it?" in await eve.says("sure, Wolf Egger, wolf@egger.example")
    contact = (await eve.view()).state.contact
    assert contact is not None
    assert contact.name == "Wolf Egger"


@pytest.mark.parametrize("wish", ["אני רוצה תור ביום רביעי", "أنا أريد موعدا غدا"])
async def test_i_want_is_nobodys_name(eve: Chatter, wish: str) -> None:
    await eve.says(wish)
    assert (await eve.view()).state.draft.name is None


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("sorry, Lotte Brun, lotte@brun.example", "Lotte Brun"),
        ("Will Ferris, will@ferris.example", "Will Ferris"),
        ("Grace Good, grace@good.example", "Grace Good"),
    ],
)
async def test_names_may_be_words_as_well(eve: Chatter, answer: str, name: str) -> None:
    await eve.says("haircut on tuesday at 11")
    await eve.says(answer)
    contact = (await eve.view()).state.contact
    assert contact is not None
    assert contact.name == name


async def test_four_digits_with_a_dot_are_a_time_and_no_telephone(eve: Chatter) -> None:
    await eve.says("haircut with Dana on thursday")
    await eve.says("16.45")
    state = (await eve.view()).state
    assert state.draft.phone is None
    assert state.held_offer is not None
    assert state.held_offer.start == at(3, 16, 45)


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


async def test_see_you_on_thursday_is_no_wish_once_it_is_booked(eve: Chatter) -> None:
    await eve.says("haircut on thursday at 2")
    await eve.says("Ada, ada@example.com")
    await eve.says("yes")
    await eve.says("thanks, see you on thursday")
    assert await eve.sees("service_list") is None


async def shown(eve: Chatter) -> list[str]:
    return [label[:16] for label in await eve.labels() if label.startswith("2026")]


@pytest.mark.parametrize(
    "words", ["a bit later please", "tuesday, a bit later", "anything later?", "a little later then"]
)
async def test_a_bit_later_is_later_than_what_was_wanted(eve: Chatter, ada: Visitor, words: str) -> None:
    await ada.books("Haircut", at(1, 15), staff_id=ada.salon.resources["Dana"])
    await eve.says("haircut with Dana on tuesday at 3pm")
    await eve.says(words)
    first, *_ = await shown(eve)
    assert first == "2026-11-24T15:45"
    *_, last = await shown(eve)
    await eve.says(words)
    assert not (await shown(eve)) or (await shown(eve))[0] > last


async def test_the_same_wish_once_more_is_answered_once_more(eve: Chatter, ada: Visitor) -> None:
    await ada.books("Haircut", at(1, 15), staff_id=ada.salon.resources["Dana"])
    await eve.says("haircut with Dana on tuesday at 3pm")
    assert "Nothing is free" in await eve.says("with Dana at 3 please")


async def test_a_bit_earlier_is_earlier_than_what_was_wanted(eve: Chatter, ada: Visitor) -> None:
    await ada.books("Haircut", at(1, 15), staff_id=ada.salon.resources["Dana"])
    await eve.says("haircut with Dana on tuesday at 3pm")
    await eve.says("a bit earlier")
    assert all("2026-11-24T10:00" <= one < "2026-11-24T15:00" for one in await shown(eve))
    assert await shown(eve)


@pytest.mark.parametrize(
    "words",
    [
        "I can't make it after all, could I come friday afternoon instead?",
        "can't make it, could we do friday afternoon",
        "I have to cancel, can I come on friday afternoon instead",
    ],
)
async def test_who_cannot_come_but_wants_another_time_moves(eve: Chatter, words: str) -> None:
    await eve.says("haircut on tuesday at 11, I'm Ada Lee, ada@example.com")
    await eve.says("yes")
    assert "times are free" in await eve.says(words)
    assert (await eve.view()).state.moving


async def test_no_but_on_friday_to_a_cancellation_moves(eve: Chatter) -> None:
    await eve.says("haircut on tuesday at 11, I'm Ada Lee, ada@example.com")
    await eve.says("yes")
    assert "Shall I cancel it?" in await eve.says("I can't make it on tuesday")
    assert "times are free" in await eve.says("no, friday in the afternoon please")
    assert (await eve.view()).state.moving


@pytest.mark.parametrize("thanks", ["great, thank you", "Perfect, thanks!", "lovely", "cool", "ok"])
async def test_praise_for_an_answer_is_no_yes_to_the_summary_before_it(eve: Chatter, thanks: str) -> None:
    await eve.says("haircut on tuesday at 11, I'm Ada Lee, ada@example.com")
    assert "€45.00" in await eve.says("how much is it?")
    assert "Shall I book it?" in await eve.says(thanks)
    assert "You're booked" in await eve.says(thanks)


async def test_praise_for_the_summary_is_a_yes_whatever_others_write_meanwhile(eve: Chatter) -> None:
    await eve.says("haircut on tuesday at 11, I'm Ada Lee, ada@example.com")
    for text in ("hello", "what do you offer?"):
        await Chatter(eve.core, eve.salon).says(text)
    assert "You're booked" in await eve.says("sounds great, thanks")


@pytest.mark.parametrize("yes", ["yes", "great, book it", "ok yes", "yes that's perfect, thanks"])
async def test_a_yes_is_one_after_an_answer_too(eve: Chatter, yes: str) -> None:
    await eve.says("haircut on tuesday at 11, I'm Ada Lee, ada@example.com")
    await eve.says("how much is it?")
    assert "You're booked" in await eve.says(yes)


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


@pytest.mark.parametrize("words", ["I can't make it on Monday", "sorry, can't make the Monday ones"])
async def test_who_cannot_make_a_time_on_offer_cancels_nothing(eve: Chatter, words: str) -> None:
    await eve.says("haircut next week please")
    answer = await eve.says(words)
    assert "times are free" in answer, answer
    assert all(time[:10] != "2026-11-30" for time in await shown(eve))


async def test_a_no_is_one_after_an_answer_too(eve: Chatter) -> None:
    await eve.says("haircut on tuesday at 11, I'm Ada Lee, ada@example.com")
    await eve.says("how much is it?")
    assert "nothing has been booked" in await eve.says("no thanks")


@pytest.mark.parametrize(
    "words",
    ["I can't make it on Monday, could I come on Tuesday instead?", "can't make it then, can I do Tuesday"],
)
async def test_whoever_is_still_choosing_chooses_another_day(eve: Chatter, words: str) -> None:
    await eve.says("haircut next week please")
    assert "times are free" in await eve.says(words)
    assert {time[:10] for time in await shown(eve)} == {"2026-12-01"}


@pytest.mark.parametrize(
    ("wish", "latest", "earliest"),
    [
        ("haircut on wednesday, not too late", "18:00", "09:00"),
        ("haircut, not tuesday and not before eleven", "23:59", "11:00"),
        ("haircut, not on the weekend, mornings or after 6pm", "18:00", "12:00"),
    ],
)
async def test_a_not_reaches_what_it_is_said_of(eve: Chatter, wish: str, latest: str, earliest: str) -> None:
    await eve.says(wish)
    times = [label for label in await eve.labels() if label.startswith("2026")]
    assert times
    assert all(earliest <= label[11:16] <= latest for label in times)
