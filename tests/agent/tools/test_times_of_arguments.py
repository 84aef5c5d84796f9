"""Days and times in the arguments of a model: at the ends of the calendar, and in other words."""

import json
from typing import Any

import pytest

from agent.models.scripted import Call, Say, ScriptedModel
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.agent.tools.endpoint import LAST_WORDS

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
