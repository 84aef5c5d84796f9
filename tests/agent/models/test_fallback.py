"""Who answers when somebody cannot, and a model that says what it is told."""

import json

import msgspec
import pytest

from agent.models.fallback import Fallback
from agent.models.protocol import CallRequested, ModelFailed, ModelMessage, ToolCall, listening
from agent.models.scripted import Call, Fail, Heard, Say, Scripted, Step, Wait
from tests.agent.fake_provider import Answer
from tests.agent.models.conftest import ASKED, TOOLS, hear


async def test_the_first_that_can_answers(provider, model_at):
    provider.answers = [Answer.error(401)]
    guided = Scripted([Say("When would suit you?")])
    heard = await hear(Fallback(model_at(provider), Scripted([Fail("timeout")]), guided))
    assert heard.text == "When would suit you?"
    assert guided.heard[0] == (ASKED, TOOLS)


async def test_the_others_are_not_asked_without_need():
    other = Scripted()
    assert (await hear(Fallback(Scripted([Say("Hello.")]), other))).text == "Hello."
    assert other.heard == []


@pytest.mark.parametrize("seen", [Say("Let me "), Call("list_services")])
async def test_who_fails_after_something_was_seen_is_not_replaced(seen):
    other = Scripted([Say("Hello.")])
    with pytest.raises(ModelFailed, match="cut") as failed:
        await hear(Fallback(Scripted([seen, Fail("cut")]), other))
    assert failed.value.after_first_token
    assert other.heard == []


async def test_when_nobody_can_the_last_says_why():
    with pytest.raises(ModelFailed, match="overloaded") as failed:
        await hear(Fallback(Scripted([Fail("cut")]), Scripted([Fail("overloaded")])))
    assert not failed.value.after_first_token


async def test_leaving_early_leaves_the_model_behind(provider, model_at):
    provider.answers = [Answer([*Answer.speech().parts[:1], 30.0])]
    async with listening(Fallback(model_at(provider)).stream(ASKED, TOOLS, None)) as events:
        await anext(events)
    await provider.customer_left.wait()


async def test_a_script_is_played_reply_by_reply():
    model = Scripted(
        [Say("One moment."), Call("find_times", {"when": "friday"}, "a")], [Say("Noon is free.")]
    )
    first, second = await hear(model), await hear(model)
    assert first.deltas == ["One ", "moment."]
    assert first.calls == [ToolCall("a", "find_times", {"when": "friday"})]
    assert (first.finished.reason, second.finished.reason) == ("tool_calls", "stop")
    assert second.text == "Noon is free."


async def test_a_script_that_is_over_is_a_mistake():
    with pytest.raises(LookupError):
        await hear(Scripted())


async def test_a_policy_answers_as_long_as_it_is_asked():
    def obedient(heard: Heard) -> list[Step]:
        return [Call(heard.messages[-1].content)]

    model = Scripted([Say("Hello.")], forever=obedient)
    await hear(model)
    for tool in ("find_times", "anything"):
        heard = await hear(model, [ModelMessage("user", tool)])
        assert heard.requests == [(tool, {})]


async def test_a_script_may_wait_and_fail():
    with pytest.raises(ModelFailed, match="timeout") as failed:
        await hear(Scripted([Wait(0.01), Say("Noon "), Fail("timeout", retryable=True)]))
    assert failed.value.after_first_token
    assert failed.value.retryable


def test_a_script_can_be_kept_as_json():
    steps = [Say("Hello."), Call("find_times", {"when": "friday"}), Wait(0.5), Fail("cut")]
    kept = msgspec.json.encode(steps)
    assert json.loads(kept)[0] == {"step": "Say", "text": "Hello."}
    assert msgspec.json.decode(kept, type=list[Step]) == steps


async def test_a_call_of_a_script_without_an_id_gets_one():
    async with listening(
        Scripted([Call("list_services"), Call("list_services")]).stream(ASKED, (), None)
    ) as events:
        ids = [event.call.id async for event in events if isinstance(event, CallRequested)]
    assert len(set(ids)) == 2
    assert all(ids)
