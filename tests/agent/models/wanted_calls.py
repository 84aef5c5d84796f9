"""Calls that the streams of the tests are to be read as, and their texts whole and in halves."""

import json
from typing import Any

from tests.agent.fake_provider import Part, ProviderAnswer
from tests.agent.models.conftest import hear

FRIDAY = {"service": "haircut", "when": "friday"}
MONDAY = {"service": "haircut", "when": "monday"}
FRIDAY_TEXT, MONDAY_TEXT = json.dumps(FRIDAY), json.dumps(MONDAY)
HALF, OTHER_HALF = FRIDAY_TEXT[:15], FRIDAY_TEXT[15:]
FIND_FRIDAY, FIND_MONDAY = ("find_times", FRIDAY), ("find_times", MONDAY)
LIST = ("list_services", {})

CallShapes = dict[str, tuple[list[Part], list[tuple[str, dict[str, Any]]]]]


async def must_find_calls(shapes: CallShapes, shape: str, provider, model_at) -> None:
    """Each stream is read as its calls, each with an id of its own, and without a word."""
    parts, expected = shapes[shape]
    provider.answers = [ProviderAnswer(parts)]
    heard = await hear(model_at(provider))
    assert heard.requests == expected
    assert heard.text == ""
    assert heard.finished.reason == "tool_calls"
    ids = [call.id for call in heard.calls]
    assert all(ids)
    assert len(set(ids)) == len(ids)
