"""Nothing of a message with several things is dropped, and a question beside a kept time moves nothing."""

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter


async def test_both_questions_are_answered(eve: Chatter) -> None:
    told = await eve.says("how much is a haircut and when are you open?")
    assert "€45.00" in told
    assert "We are open" in told


async def test_the_question_is_answered_and_the_wish_goes_on(eve: Chatter, salon: DemoSalon) -> None:
    told = await eve.says("How much is a haircut? And can I have one on tuesday with Dana?")
    assert "€45.00" in told
    state = (await eve.view()).state
    assert (state.draft.service_id, state.draft.staff_id) == (
        salon.services["Haircut"],
        salon.resources["Dana"],
    )
    assert state.listed


async def test_the_name_beside_a_question_is_kept(eve: Chatter) -> None:
    await eve.says("a haircut with Dana on tuesday at 10")
    told = await eve.says("My name is Ada Byron, ada@example.com. Do you have parking?")
    assert "parking spaces" in told
    state = (await eve.view()).state
    assert state.contact is not None
    assert state.contact.name == "Ada Byron"
    assert state.summary is not None


@pytest.mark.parametrize(
    ("locale", "question"),
    [
        ("en", "is it 10 minutes from the station?"),
        ("en", "is there a bus at 10?"),
        ("de", "fährt um 10 ein Bus zu Ihnen?"),
        ("fr", "y a-t-il un bus à 10h ?"),
        ("es", "¿hay un autobús a las 10?"),
        ("it", "è a 10 minuti dalla stazione?"),
        ("he", "יש אוטובוס ב-10?"),
        ("ar", "هل هو على بعد 10 دقائق من المحطة؟"),
    ],
)
async def test_a_number_in_a_question_moves_no_time(
    core: BookingCore, salon: DemoSalon, locale: str, question: str
) -> None:
    eve = Chatter(core, salon, locale=locale)
    await eve.says("a haircut with Dana on tuesday at 3 pm")
    before = (await eve.view()).state
    await eve.says(question)
    after = (await eve.view()).state
    assert (after.hold_id, after.draft.when, after.draft.settled) == (before.hold_id, before.draft.when, True)
    assert before.hold_id is not None


async def test_a_question_for_another_time_is_one(eve: Chatter) -> None:
    await eve.says("a haircut with Dana on tuesday at 3 pm")
    before = (await eve.view()).state.draft.when
    await eve.says("could it be at 4 pm?")
    assert (await eve.view()).state.draft.when != before


@pytest.mark.parametrize(
    ("said", "service"),
    [
        ("haircut, no wait, massage on wednesday", "Massage"),
        ("haircut, no wait, massage on wednesday, no sorry, thursday at 3pm", "Massage"),
        ("haircut on wednesday, no blow-dry", "Haircut"),
    ],
)
async def test_the_service_said_last_counts(eve: Chatter, salon: DemoSalon, said: str, service: str) -> None:
    told = await eve.says(said)
    state = (await eve.view()).state
    assert state.draft.service_id == salon.services[service]
    assert state.remainders == []
    assert "Haircut first" not in told


async def test_the_person_said_last_counts(eve: Chatter, salon: DemoSalon) -> None:
    await eve.says("a haircut with Miriam, I mean Dana, on tuesday")
    assert (await eve.view()).state.draft.staff_id == salon.resources["Dana"]
