"""Questions have their answers, and where nothing is free the reason is told and what is next."""

import pytest

from tests.agent.customers import Chatter
from tests.agent.guided.understanding.understood import times


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("are you open on Sunday?", "closed"),
        ("are you open on saturday", "09:00–16:00"),
        ("is Dana there on Thursday?", "10:00–19:00"),
        ("is Dana there on Monday?", "not in"),
        ("who does massages?", "Jonas"),
        ("how long is a beard trim?", "20 minutes"),
        ("is there a cancellation fee?", "2 hours"),
        ("can I get a discount?", "cannot change"),
        ("tell me a joke", "leave the jokes to the team"),
        ("you are useless", "sorry"),
        ("how are you?", "kind"),
        ("what's your phone number?", "+49"),
    ],
)
async def test_a_question_has_its_answer(eve: Chatter, question: str, told: str) -> None:
    assert told in await eve.says(question)


@pytest.mark.parametrize(
    ("wish", "reason"),
    [
        ("haircut yesterday", "past"),
        ("haircut in six months", "far ahead"),
        ("haircut on sunday", "closed"),
        ("haircut with Dana on monday", "Dana is not in"),
    ],
)
async def test_where_nothing_is_free_the_reason_is_told_and_what_is_next(
    eve: Chatter, wish: str, reason: str
) -> None:
    assert reason in await eve.says(wish)
    assert await times(eve)


async def test_whoever_cannot_do_it_is_replaced_by_who_can(eve: Chatter) -> None:
    assert "Dana does not do that: Massage. Jonas can." in await eve.says("massage with Dana on friday")
    assert await times(eve)


async def test_one_service_or_another_is_asked_about(eve: Chatter) -> None:
    assert "Haircut or Beard trim" in await eve.says("I want a haircut or a beard trim")


async def test_the_first_of_the_services_on_the_screen(eve: Chatter) -> None:
    await eve.says("Book an appointment")
    assert "Haircut" in await eve.says("the first one")


async def test_where_an_hour_is_taken_the_nearest_ones_are_shown(eve: Chatter) -> None:
    await eve.says("colour and cut on friday at 3:10pm")
    shown = [label[11:16] for label in await times(eve) if label.startswith("2026-11-27")]
    assert {"14:30", "15:00", "15:30"} <= set(shown)


async def test_a_question_about_a_service_keeps_it_in_mind(eve: Chatter) -> None:
    await eve.says("how long does the colour take?")
    assert "€120.00" in await eve.says("and what does it cost?")
    assert "keeping" in await eve.says("ok, thursday at 10 with Dana")
