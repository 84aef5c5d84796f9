"""Whatever a model writes as arguments of a tool, the turn goes on: the model reads a result, and the
customer no apology."""

import json
import random
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest

from agent.models.endpoint import Endpoint as At
from agent.models.providers import Providers
from agent.models.scripted import Call, Say, ScriptedModel
from agent.tools.registry import CHAT_TOOLS
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.agent.customers import Chatter
from tests.agent.fake_provider import (
    DONE,
    Answer,
    FakeProvider,
    ReceivedRequest,
    chunk,
    entry,
    tool_calls_chunk,
)
from tests.attack.options import Sized

LAST_WORDS = "What else can I do for you?"
# What models write into any argument, whatever its type.
HOSTILE: tuple[Any, ...] = (
    None, "", " ", "null", "None", "undefined", 0, -1, 1, 3.7, 1e308, 2**70, True, False, "true", "TRUE", [],
    {}, [None], [[]], {"a": 1},
    ["Dana"], "Dana", "dana,jonas", '["Dana"]', '{"a": "b"}', "anyone", "ANY", "Haircut", "haircut, massage",
    "tuesday", "30 february",
    "2026-11-24", "2026-11-24T10:00", "2026-11-24T10:00:00", "2026-11-24 10:00:00",
    "2026-11-24T10:00:00+01:00", "0001-01-01T00:00:00",
    "0001-01-01", "9999-12-31T23:59:59", "9999-12-31", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00",
    "2027-03-28T02:30:00",
    "A" * 5000, "\u202e\u2066\u0000", "'; DROP TABLE holds; --", "t1", "b1", "t999", "Show", "CANCEL", "move",
    "[email 1]", "9" * 400,
    "ada@example.com", "+49 30 5550142", "http://169.254.169.254/", "yes", [1, 2, 3], ["a"] * 500,
    {"a": {"b": {"c": {"d": {}}}}},
)  # fmt: skip
EXTRA: tuple[dict[str, Any], ...] = (
    {},
    {"service_id": "svc_1", "staff_id": "r_1", "location_id": "loc_1"},
    {"customer_name": "Ada Byron", "customer_email": "ada@example.com"},
    {"toolCallId": "x", "_meta": {}, "thought": "hm"},
    {"organization_id": "o_1", "user": "root"},
)


def hostile_calls(seed: int) -> Iterator[Call]:
    """Every field of every tool with every value, and several at once, in an order of ``seed``."""
    chance = random.Random(seed)
    single = [
        (name, field, value)
        for name, tool in CHAT_TOOLS.items()
        for field in tool.arguments.__struct_fields__
        for value in HOSTILE
    ]
    chance.shuffle(single)
    for name, field, value in single:
        fields = CHAT_TOOLS[name].arguments.__struct_fields__
        usual = {"service": "Haircut"} if "service" in fields else {}
        others = {other: chance.choice(HOSTILE) for other in fields if chance.random() < 0.2}
        yield Call(name, usual | others | {field: value} | chance.choice(EXTRA))


async def with_everything(core: BookingCore, salon: DemoSalon) -> Chatter:
    """A customer with an appointment, times on the screen, a time in hand and a summary that waits."""
    eve = Chatter(core, salon)
    await eve.says("haircut")
    await eve.says("the first one")
    await eve.fills_in(name="Ada", email=f"{new_id('ada').replace('_', '')}@example.com")
    await eve.says("yes")
    assert await eve.sees("booking_card")
    await eve.says("massage")
    await eve.says("the first one")
    assert await eve.sees("summary")
    return eve


class Endpoint:
    """A Chat Completions endpoint that asks for the given calls once in a turn, and then speaks."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.results: list[str] = []
        self.provider = FakeProvider(answering=self.answer)

    def answer(self, asked: ReceivedRequest) -> Answer:
        messages = asked.body["messages"]
        if messages[-1]["role"] != "tool":
            entries = [
                tool_calls_chunk(entry(json.dumps(call.arguments), call.name, index=at, id=f"call{at:05}"))
                for at, call in enumerate(self.calls)
            ]
            return Answer([*entries, chunk("tool_calls"), DONE])
        self.results = [one["content"] for one in messages[-len(self.calls) :] if one["role"] == "tool"]
        return Answer.speech(LAST_WORDS)


@pytest.mark.parametrize("seed", range(3))
async def test_no_argument_ends_a_turn_in_an_apology(
    core: BookingCore, salon: DemoSalon, size: Sized, seed: int
) -> None:
    """The whole product of tools, fields and values at full size; a sample of it otherwise. A conversation
    has tokens for a dozen turns."""
    calls, ended_badly = hostile_calls(seed), []
    providers, endpoint = Providers(core.clock), Endpoint()
    async with endpoint.provider as provider:
        model = providers.model(At(provider.base_url, "fake-1"))
        for number in range(size(600, 12)):
            if number % 12 == 0 or (ended_badly and ended_badly[-1][0] == number - 1):
                eve = await with_everything(core, salon)
            endpoint.calls, endpoint.results = list(islice(calls, 4)), []
            if not endpoint.calls:
                break
            eve.turns.models = (model,)
            try:
                said = await eve.says("hm, let me think about that")
            except Exception as error:
                said = repr(error)
            eve.turns.models = ()
            if not said.endswith(LAST_WORDS) or len(endpoint.results) != len(endpoint.calls):
                ended_badly.append((number, said[-300:], endpoint.calls))
    await providers.close()
    assert not ended_badly, (len(ended_badly), ended_badly[:3])


# At the ends of the calendar, from which no other day can be counted.
ENDS = (
    "0001-01-01",
    "9999-12-31",
    "0001-01-01T00:00:00",
    "9999-12-31T23:59:59",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-12:00",
)


@pytest.mark.parametrize("field", ["after_day", "before", "after"])
@pytest.mark.parametrize("end", ENDS)
async def test_a_day_at_an_end_of_the_calendar_is_a_result_like_any_other(
    core: BookingCore, salon: DemoSalon, field: str, end: str
) -> None:
    model = ScriptedModel([Call("find_times", {"service": "Haircut", field: end})], [Say(LAST_WORDS)])
    eve = Chatter(core, salon, model)
    assert await eve.says("a haircut please") == LAST_WORDS


# How models say in arguments what the tool has other words for; each finds the same times as the plain call.
SAID_OTHERWISE: tuple[dict[str, Any], ...] = (
    {"staff": "anyone"},
    {"staff": "Anyone"},
    {"staff": "anyone available"},
    {"staff": "any stylist"},
    {"staff": "no preference"},
    {"staff": ""},
    {"staff": None},
    {"staff": "null"},
    {"duration_min": 45},
    {"duration_min": "30"},
    {"duration_min": 0},
    {"party_size": "1"},
    {"party_size": 1.0},
    {"party_size": ""},
    {"without": ""},
    {"without": []},
    {"without": None},
    {"location": ""},
    {"after": "2026-11-23T10:00:00"},
    {"before": "2026-12-31T10:00"},
    {"after": ""},
    {"after_day": ""},
    {"service_id": "svc_1"},
    {"customer_name": "Ada Byron", "customer_email": "ada@example.com"},
    {"tool_call_id": "call_1", "session_id": "s"},
    {"timezone": "Europe/Berlin", "thought": "The customer wants Friday."},
)


@pytest.mark.parametrize("more", SAID_OTHERWISE, ids=str)
async def test_what_a_model_says_otherwise_finds_the_same_times(
    core: BookingCore, salon: DemoSalon, more: dict[str, Any]
) -> None:
    found = []
    for arguments in ({}, more):
        model = ScriptedModel(
            [Call("find_times", {"service": "Haircut", "when": "friday", **arguments})], [Say(LAST_WORDS)]
        )
        eve = Chatter(core, salon, model)
        assert await eve.says("a haircut on friday please") == LAST_WORDS
        found.append(json.loads(model.heard[-1].messages[-1].content)["offers"])
    assert found[0] == found[1] != []
