"""Models that fail, go round in circles or want too much: another one answers, and none can do what only a
customer may."""

from typing import Any

import pytest

from agent.models.scripted import Call, Fail, ModelInput, Say, ScriptedModel, Steps
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.agent.turns.waiting import appointments_of, last_run, steps_of


async def test_a_model_that_fails_in_mid_sentence_is_replaced_by_the_built_in_receptionist(
    core: BookingCore, salon: DemoSalon
) -> None:
    eve = Chatter(core, salon, ScriptedModel([Say("I would love to he"), Fail("cut")]))
    answer = await eve.says("haircut on tuesday at 10am")
    assert "I would love" not in answer
    assert "keeping" in answer
    assert await eve.sees("form")
    assert (await last_run(eve)).engine == "guided"


async def test_a_model_that_fails_after_a_tool_call_is_followed_from_the_same_state(
    core: BookingCore, salon: DemoSalon
) -> None:
    found = [Call("find_times", {"service": "haircut", "when": "tuesday"})]
    eve = Chatter(
        core,
        salon,
        ScriptedModel(found, [Fail("timeout")]),
    )
    answer = await eve.says("haircut on tuesday please")
    assert answer.startswith("These times are free")
    assert len([step for step in await steps_of(eve) if step.name == "find_times"]) == 1


async def test_a_model_that_goes_round_in_circles_is_stopped(core: BookingCore, salon: DemoSalon) -> None:
    circling = ScriptedModel(forever=lambda _: [Call("list_services")])
    eve = Chatter(core, salon, circling)
    assert await eve.says("hello")
    assert len(circling.heard) <= 6


@pytest.mark.parametrize(
    "tool",
    ["create_booking", "confirm", "book", "confirm_booking", "cancel_booking", "reschedule_booking", "sql"],
)
async def test_no_model_has_a_tool_that_confirms(core: BookingCore, salon: DemoSalon, tool: str) -> None:
    eve = Chatter(core, salon, ScriptedModel([Call(tool, {"handle": "t1"})], [Say("Booked!")]))
    await eve.says("book me anything")
    assert ("only_known_tools", False) in [(step.name, step.ok) for step in await steps_of(eve)]
    assert await appointments_of(eve) == 0


async def test_a_model_cannot_hold_what_was_not_offered(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon, ScriptedModel([Call("hold_time", {"handle": "t99"})], [Say("done")]))
    await eve.says("book me anything")
    assert ("only_what_was_offered", False) in [(step.name, step.ok) for step in await steps_of(eve)]


async def test_a_model_that_does_everything_it_can_in_one_turn_still_books_nothing(
    core: BookingCore, salon: DemoSalon
) -> None:
    def hold(heard: ModelInput) -> Steps:
        return [Call("hold_time", {"handle": "t1"})]

    greedy = ScriptedModel(
        [Call("find_times", {"service": "haircut", "when": "tuesday"})],
        hold,
        [Call("propose_booking"), Call("create_booking")],
        [Call("propose_booking")],
        [Say("You are booked!")],
    )
    eve = Chatter(core, salon, greedy)
    await eve.says("yes yes yes book it all, yes")
    assert await appointments_of(eve) == 0


@pytest.mark.parametrize(
    "arguments", [{"service": 7}, {"when": "x"}, {"service": "haircut", "party_size": "many"}, {}]
)
async def test_arguments_that_do_not_fit_are_a_result_and_not_an_error(
    core: BookingCore, salon: DemoSalon, arguments: dict[str, Any]
) -> None:
    eve = Chatter(core, salon, ScriptedModel([Call("find_times", arguments)], [Say("Let me ask.")]))
    assert await eve.says("hello") == "Let me ask."
    assert await eve.core.redis.ping()


@pytest.mark.parametrize(
    "reason", ["timeout", "overloaded", "cut", "unauthorized", "circuit_open", "malformed"]
)
async def test_a_model_call_that_failed_is_stored_as_failed(
    core: BookingCore, salon: DemoSalon, reason: Any
) -> None:
    eve = Chatter(core, salon, ScriptedModel([Fail(reason)]))
    await eve.says("hello")
    [step] = [one for one in await steps_of(eve) if one.kind == "model"]
    assert (step.ok, step.name, step.result) == (False, "scripted", {"reason": reason})
    run = await last_run(eve)
    assert (run.status, run.engine) == ("completed", "guided")


async def test_a_model_that_says_nothing_has_failed_as_well(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon, ScriptedModel([Say("")]))
    await eve.says("hello")
    [step] = [one for one in await steps_of(eve) if one.kind == "model" and not one.ok]
    assert step.result == {"reason": "malformed"}
