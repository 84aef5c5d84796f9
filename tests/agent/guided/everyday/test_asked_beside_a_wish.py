"""What is asked, or told, beside something else is answered truly, and the wish beside it is kept."""

import pytest

from agent.languages import sentences_in
from agent.languages.texts.concerns import concern_texts_in
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.consent.proof.proving import ADA, code_for
from tests.agent.customers import Chatter
from tests.cast import Visitor, at

BOOKED = "haircut on wednesday at 11, Eve Lee, eve@example.com"


async def test_who_does_it_names_nobody_else(eve: Chatter) -> None:
    told = await eve.says("whats the massage cost & who does it")
    assert "Jonas" in told
    assert "Dana" not in told
    assert "Dana" in await eve.says("who works here?")


async def test_whose_day_begins_later_is_said_so(eve: Chatter) -> None:
    told = await eve.says("haircut with dana friday at 9:15")
    assert "Dana is in on Fri, Nov 27, 10:00–19:00" in told
    assert sentences_in("en").NOT_AT_THAT_TIME not in told
    assert "we are open 09:00–20:00" in await eve.says("haircut with dana friday at 8:15")


async def test_a_code_with_another_day_is_a_move_once_it_is_proven(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    booked = await ada.books("Haircut", at(2, 11))
    again = Chatter(core, salon)
    await again.says(f"hey its ada, code {booked.code}, cant do wed, same time thurs pls")
    state = (await again.view()).state
    assert (state.wanting, state.draft.service_id) == ("move", None)
    await again.says(await code_for(again))
    summary = (await again.view()).state.summary
    assert summary is not None
    assert (summary.deed, summary.appointment_id) == ("move", booked.id)
    held = (await again.view()).state.held_offer
    assert held is not None
    assert held.start == at(3, 11)


async def test_a_code_does_not_move_what_is_to_be_cancelled(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    booked = await ada.books("Haircut", at(2, 11))
    again = Chatter(core, salon)
    await again.says(f"cancel my appointment on wednesday, code {booked.code}, {ADA}")
    assert (await again.view()).state.wanting == "cancel"


@pytest.mark.parametrize(
    ("locale", "wish", "later"),
    [
        (
            "de",
            "moin, hätt gern morgen nachmittag massage, bin schwanger geht das?",
            "passt, die ärztin sagt ok",
        ),
        ("en", "id like a massage tomorrow afternoon, im pregnant is that ok?", "the doctor says its fine"),
    ],
)
async def test_a_wish_beside_a_question_of_health_is_kept(
    core: BookingCore, salon: DemoSalon, locale: str, wish: str, later: str
) -> None:
    eve = Chatter(core, salon, locale=locale)
    assert concern_texts_in(locale).health in await eve.says(wish)
    assert not (await eve.view()).state.listed
    await eve.says(later)
    draft = (await eve.view()).state.draft
    assert draft.service_id == salon.services["Massage"]
    assert [str(days.first) for days in draft.when.dates] == ["2026-11-24"]


async def test_two_questions_beside_being_late_are_both_answered_once(eve: Chatter) -> None:
    await eve.says(BOOKED)
    await eve.says("yes")
    told = await eve.says("hey gonna be 10 mins late sry, also is there parking and can i bring my kid hes 4")
    assert "two parking spaces" in told
    assert concern_texts_in("en").unknown in told
    assert sentences_in("en").REACH_US_SO not in told  # It stands above the ways to reach the business.


@pytest.mark.parametrize(
    ("locale", "question", "own"),
    [
        ("en", "do u have me down for thurs?", "do u have me down for wed?"),
        ("de", "hab ich am do was bei euch?", "hab ich am mi was bei euch?"),
    ],
)
async def test_another_day_than_the_booked_one_is_told_to_be_free(
    core: BookingCore, salon: DemoSalon, locale: str, question: str, own: str
) -> None:
    eve, no = Chatter(core, salon, locale=locale), sentences_in(locale).NOT_ON_DAY.partition("{day}")[0]
    await eve.says("haircut on 25/11 at 11:00, Eve Lee, eve@example.com")
    await eve.says("yes")
    assert (await eve.says(question)).startswith(no)
    assert not (await eve.says(own)).startswith(no)


async def test_when_one_comes_is_told_while_another_is_arranged(eve: Chatter) -> None:
    await eve.says(BOOKED)
    await eve.says("yes")
    await eve.says("another haircut on friday")
    assert sentences_in("en").HERE_IT_IS in await eve.says("when am i coming again")
