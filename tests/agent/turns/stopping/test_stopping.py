"""A customer stops a turn: what is said then is what the tables hold, and nothing of a stopped turn is in the
way of the next."""

import pytest

from agent.intake.end import end_conversation
from agent.languages import LANGUAGES, sentences_in
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.agent.turns.stopping.stops import (
    BEFORE,
    appointments_in,
    read_holds,
    sends,
    stop_a_turn_that_keeps,
    stops,
    with_summary,
)


@pytest.mark.parametrize("deed", BEFORE)
async def test_a_yes_that_was_stopped_in_time_is_told_to_have_done_nothing_and_may_be_said_again(
    core: BookingCore, salon: DemoSalon, deed: str
) -> None:
    chatter = await with_summary(core, salon, deed)
    before = [(one.status, one.version) for one in await appointments_in(core, salon)]
    assert await stops(chatter, await sends(chatter, "yes")) == "cancelled"
    assert (await chatter.view()).messages[-1].text == sentences_in("en").STOPPED[deed]
    assert [(one.status, one.version) for one in await appointments_in(core, salon)] == before
    await chatter.says("yes")
    assert [(one.status, one.version) for one in await appointments_in(core, salon)] != before


async def test_what_had_been_done_when_it_was_stopped_is_told_and_stays(
    core: BookingCore, salon: DemoSalon
) -> None:
    chatter = await with_summary(core, salon)
    run_id = await sends(chatter, "yes")
    assert chatter.conversation is not None
    await chatter.turns.take(chatter.conversation.id)
    messages = len((await chatter.view()).messages)
    assert await stops(chatter, run_id) == "completed"
    assert len((await chatter.view()).messages) == messages
    assert await chatter.sees("booking_card")


async def test_stopping_what_was_never_begun_says_nothing_and_stops_nothing_else(
    core: BookingCore, salon: DemoSalon
) -> None:
    chatter = Chatter(core, salon)
    await chatter.says("hello")
    assert await stops(chatter, await sends(chatter, "how much is a haircut?")) == "cancelled"
    assert (await chatter.view()).messages[-1].role == "customer"
    assert await stops(chatter, "run_of_nobody") is None
    assert "45" in await chatter.says("how much is a haircut?")


async def test_a_time_that_a_stopped_turn_kept_is_let_go_for_the_next_one(
    core: BookingCore, salon: DemoSalon
) -> None:
    chatter = Chatter(core, salon)
    await chatter.says("a haircut on tuesday morning please")
    await stop_a_turn_that_keeps(chatter, "the first one", "t1")
    [unnoted] = await read_holds(core, salon)
    await chatter.says("the second one")
    [kept] = await read_holds(core, salon)
    assert kept.starts_at != unnoted.starts_at
    assert await chatter.sees("form")


async def test_a_time_that_a_stopped_turn_kept_is_free_when_the_conversation_ends(
    core: BookingCore, salon: DemoSalon
) -> None:
    chatter = Chatter(core, salon)
    await chatter.says("a haircut on tuesday morning please")
    await stop_a_turn_that_keeps(chatter, "the first one", "t1")
    assert chatter.conversation is not None
    await end_conversation(core, chatter.reception.log, chatter.conversation.id)
    assert await read_holds(core, salon) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_stops_a_deed_is_told_in_their_language(language: str) -> None:
    said = sentences_in(language).STOPPED
    assert said.keys() == {"book", "move", "cancel", "ask"}
    assert len({*said.values()}) == len(said)
    assert language == "en" or not {*said.values()} & {*sentences_in("en").STOPPED.values()}
