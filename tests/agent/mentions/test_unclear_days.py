"""Days and hours that cannot be as they were said are asked about, whoever speaks: no other day is offered
without a word."""

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import select

from agent.conversation.conversation import Step
from agent.models.scripted import Call, Say, ScriptedModel
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.agent.customers import Chatter
from tests.cast import BERLIN

# A Monday.
NOW = datetime(2026, 11, 30, 9, 0, tzinfo=BERLIN)


@pytest.fixture(autouse=True)
def _monday(clock: FrozenClock) -> None:
    clock.advance(NOW - clock.now())


async def find_times(eve: Chatter) -> dict[str, Any]:
    """The newest result of find_times."""
    assert eve.conversation is not None
    async with eve.core.sessions() as session, session.begin():
        steps = select(Step).where(Step.conversation_id == eve.conversation.id, Step.name == "find_times")
        step = (await session.scalars(steps.order_by(Step.id.desc()))).first()
    assert step is not None
    return dict(step.result)


@pytest.fixture
def eve(core: BookingCore, salon: DemoSalon) -> Chatter:
    return Chatter(core, salon, locale="en")


async def times_shown(eve: Chatter) -> set[str]:
    return {label[:10] for label in await eve.labels() if label.startswith("202")}


async def test_a_contradiction_is_asked_with_a_button_for_each_day(eve: Chatter) -> None:
    answer = await eve.says("haircut on Friday the 3rd at 11")
    assert "Thu, Dec 3 or Fri, Dec 4" in answer
    assert await times_shown(eve) == set()
    assert [label for label in await eve.labels() if "Dec" in label] == ["Thu, Dec 3", "Fri, Dec 4"]
    # The hour that was said with it is kept.
    assert "keeping Haircut, Fri, Dec 4, 11:00" in await eve.presses("Fri, Dec 4")


@pytest.mark.parametrize(
    ("answer", "day"),
    [
        ("I meant Friday", "2026-12-18"),
        ("Friday", "2026-12-18"),
        ("the 17th", "2026-12-17"),
        ("the first one", "2026-12-17"),
        ("the second one", "2026-12-18"),
        ("Thursday please", "2026-12-17"),
        ("no, make it Monday", "2026-12-14"),
    ],
)
async def test_it_is_answered_in_words_too(eve: Chatter, answer: str, day: str) -> None:
    """The Friday that was asked about is meant, and not the coming one."""
    await eve.says("haircut on Friday the 17th")
    await eve.says(answer)
    assert await times_shown(eve) == {day}


async def test_a_yes_answers_no_question_of_two_days(eve: Chatter) -> None:
    await eve.says("haircut on Friday the 3rd")
    assert "Thu, Dec 3 or Fri, Dec 4" in await eve.says("yes please")
    assert await times_shown(eve) == set()
    await eve.says("what else do you have?")
    assert len(await times_shown(eve)) > 1


async def test_a_day_that_does_not_exist_has_its_neighbours_as_buttons(eve: Chatter) -> None:
    answer = await eve.says("can I come on 31 November?")
    assert "no such day" in answer
    await eve.presses("Tue, Dec 1")
    await eve.says("a haircut")
    assert await times_shown(eve) == {"2026-12-01"}


async def test_the_order_of_a_date_in_numbers_is_asked_where_it_is_unclear(
    core: BookingCore, salon: DemoSalon
) -> None:
    american = Chatter(core, salon, locale="en-US")
    assert "Sat, Dec 5 or Wed, May 12, 2027" in await american.says("haircut on 5/12")
    await american.says("in December")
    assert await times_shown(american) == {"2026-12-05"}
    anybody = Chatter(core, salon, locale="en")
    await anybody.says("haircut on 5/12/2026")
    assert await times_shown(anybody) == {"2026-12-05"}


@pytest.mark.parametrize(
    ("answer", "day"),
    [
        ("the 16", "2026-12-16"),
        ("on the 16", "2026-12-16"),
        ("05.12.2026", "2026-12-05"),
        ("5-12-2026", "2026-12-05"),
        ("no, 12.12.", "2026-12-12"),
    ],
)
async def test_another_day_is_named_by_its_number_after_a_list(eve: Chatter, answer: str, day: str) -> None:
    await eve.says("haircut tomorrow")
    await eve.says(answer)
    assert await times_shown(eve) == {day}


async def test_a_day_and_an_hour_are_two_numbers_after_a_list(eve: Chatter) -> None:
    await eve.says("haircut tomorrow")
    assert "keeping Haircut, Wed, Dec 16, 11:00" in (await eve.says("16 at 11")).replace("\u202f", " ")


async def test_an_hour_that_does_not_exist_keeps_the_day(eve: Chatter) -> None:
    assert "no such time: “25:00”" in await eve.says("haircut tomorrow at 25:00")
    assert "keeping Haircut, Tue, Dec 1, 3:00" in (await eve.says("at 3 then")).replace("\u202f", " ")


async def test_a_summary_is_not_agreed_to_any_more_once_another_day_was_wanted(eve: Chatter) -> None:
    await eve.says("haircut on tuesday at 10am")
    await eve.fills_in(name="Eve Adams", email="eve@example.com")
    assert await eve.sees("summary") is not None
    assert "Fri, Dec 4" in await eve.says("no wait, I meant Friday the 3rd")
    assert "You're booked" not in await eve.says("yes")


async def test_a_booking_is_moved_to_no_day_that_does_not_exist(eve: Chatter) -> None:
    await eve.says("haircut on thursday at 10am")
    await eve.fills_in(name="Eve Adams", email="eve@example.com")
    await eve.says("yes")
    assert "no such day" in await eve.says("can I move it to 31 November at 10am?")
    await eve.presses("Tue, Dec 1")
    assert "Tue, Dec 1" in str(await eve.sees("summary"))


async def test_a_model_that_puts_the_day_right_for_itself_is_stopped(
    core: BookingCore, salon: DemoSalon
) -> None:
    find = Call("find_times", {"service": "Haircut", "when": "2026-12-03"})
    eve = Chatter(core, salon, ScriptedModel([find], [Say("Which of the two?")]), locale="en")
    await eve.says("haircut on Friday the 3rd of December")
    result = await find_times(eve)
    assert result["offers"] == []
    assert result["problems"][0]["may_mean"] == ["Thu, Dec 3", "Fri, Dec 4"]
    assert "Thu, Dec 3 or Fri, Dec 4" in result["ask_the_customer"]
    assert [label for label in await eve.labels() if "Dec" in label] == ["Thu, Dec 3", "Fri, Dec 4"]


async def test_the_answer_reaches_a_model_as_the_day_that_is_meant(
    core: BookingCore, salon: DemoSalon
) -> None:
    asked = Call("find_times", {"service": "Haircut", "when": "friday the 17th"})
    answered = Call("find_times", {"service": "Haircut", "when": "friday"})
    model = ScriptedModel([asked], [Say("Which of the two?")], [answered], [Say("Here you are.")])
    eve = Chatter(core, salon, model, locale="en")
    await eve.says("haircut on Friday the 17th")
    await eve.says("I meant Friday")
    assert await times_shown(eve) == {"2026-12-18"}
