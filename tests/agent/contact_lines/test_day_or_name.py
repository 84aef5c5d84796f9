"""A day alone, where a name was asked for, may be the day or the name, and is asked about."""

import pytest

from tests.agent.contact_lines.states import state_of
from tests.agent.customers import Chatter


async def test_a_day_alone_is_asked_about_and_may_be_the_name(eve: Chatter) -> None:
    before = await state_of(eve)
    assert "Is Friday your name" in await eve.says("Friday")
    assert (await state_of(eve)).hold_id == before.hold_id
    await eve.presses("My name")
    after = await state_of(eve)
    assert (after.draft.name, after.hold_id) == ("Friday", before.hold_id)


async def test_a_day_alone_may_be_the_day(eve: Chatter) -> None:
    before = await state_of(eve)
    await eve.says("Friday")
    await eve.presses("When I come")
    after = await state_of(eve)
    assert after.draft.name is None
    assert after.draft.when.dates != before.draft.when.dates


@pytest.mark.parametrize(
    "answer",
    [
        "my name",
        "My name.",
        "yes",
        "yes, my name",
        "Friday",
        "that's my surname",
        "it's my name",
        "the name",
        "ada@example.com",
    ],
)
async def test_a_day_that_is_a_name_may_be_said_to_be_one(eve: Chatter, answer: str) -> None:
    before = await state_of(eve)
    await eve.says("Friday")
    await eve.says(answer)
    after = await state_of(eve)
    assert (after.draft.name, after.hold_id, after.draft.when) == (
        "Friday",
        before.hold_id,
        before.draft.when,
    )


@pytest.mark.parametrize("answer", ["when I come", "no", "the day"])
async def test_a_day_that_is_none_may_be_said_to_be_the_day(eve: Chatter, answer: str) -> None:
    before = await state_of(eve)
    await eve.says("Friday")
    await eve.says(answer)
    after = await state_of(eve)
    assert after.draft.name is None
    assert after.draft.when.dates != before.draft.when.dates


async def test_another_name_than_the_one_asked_about_is_taken(eve: Chatter) -> None:
    await eve.says("Friday")
    await eve.says("Ada Byron")
    assert (await state_of(eve)).draft.name == "Ada Byron"
