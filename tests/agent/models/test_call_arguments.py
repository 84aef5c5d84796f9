"""Calls whose arguments come as objects, twice, not at all, or without an end."""

import json

import pytest

from tests.agent.fake_provider import DONE, chunk, entry, tool_calls_chunk
from tests.agent.models.wanted_calls import (
    FIND_FRIDAY,
    FIND_MONDAY,
    FRIDAY,
    FRIDAY_TEXT,
    HALF,
    LIST,
    MONDAY,
    MONDAY_TEXT,
    OTHER_HALF,
    CallShapes,
    must_find_calls,
)

CALLS: CallShapes = {
    "arguments as an object": (
        [tool_calls_chunk(entry(FRIDAY, "find_times", index=0, id="a")), chunk("tool_calls"), DONE],
        [FIND_FRIDAY],
    ),
    "arguments as objects, with neither index nor id": (
        [tool_calls_chunk(entry(FRIDAY, "find_times"), entry(MONDAY, "find_times")), chunk("stop"), DONE],
        [FIND_FRIDAY, FIND_MONDAY],
    ),
    "arguments absent": (
        [tool_calls_chunk(entry(None, "list_services", index=0, id="a")), chunk("tool_calls"), DONE],
        [LIST],
    ),
    "arguments null": (
        [
            tool_calls_chunk(
                {"index": 0, "id": "a", "function": {"name": "list_services", "arguments": None}}
            ),
            DONE,
        ],
        [LIST],
    ),
    "arguments an empty text": (
        [tool_calls_chunk(entry("", "list_services", index=0, id="a")), chunk("tool_calls"), DONE],
        [LIST],
    ),
    "arguments in one chunk with the finish": (
        [tool_calls_chunk(entry(FRIDAY_TEXT, "find_times", index=0, id="a"), finish="tool_calls"), DONE],
        [FIND_FRIDAY],
    ),
    "arguments encoded twice": (
        [tool_calls_chunk(entry(json.dumps(FRIDAY_TEXT), "find_times", index=0, id="a")), DONE],
        [FIND_FRIDAY],
    ),
    "two different objects concatenated": (
        [
            tool_calls_chunk(entry(FRIDAY_TEXT + MONDAY_TEXT, "find_times", index=0, id="a")),
            chunk("tool_calls"),
            DONE,
        ],
        [FIND_FRIDAY, FIND_MONDAY],
    ),
    "the same object twice": (
        [
            tool_calls_chunk(entry(FRIDAY_TEXT, "find_times", index=0, id="a")),
            tool_calls_chunk(entry(FRIDAY_TEXT, index=0)),
            DONE,
        ],
        [FIND_FRIDAY],
    ),
    "an empty object first, then the real one": (
        [
            tool_calls_chunk(entry("{}", "find_times", index=0, id="a")),
            tool_calls_chunk(entry(FRIDAY_TEXT, index=0)),
            DONE,
        ],
        [FIND_FRIDAY],
    ),
    "function fields without a function": (
        [tool_calls_chunk({"index": 0, "id": "a", "name": "find_times", "arguments": FRIDAY}), DONE],
        [FIND_FRIDAY],
    ),
    "no finish and no DONE, but arguments that close": (
        [tool_calls_chunk(entry(FRIDAY_TEXT, "find_times", index=0, id="a"))],
        [FIND_FRIDAY],
    ),
    "stop on every chunk": (
        [
            tool_calls_chunk(entry(HALF, "find_times", index=0, id="a"), finish="stop"),
            tool_calls_chunk(entry(OTHER_HALF, index=0), finish="stop"),
            DONE,
        ],
        [FIND_FRIDAY],
    ),
    "junk among the entries": (
        [tool_calls_chunk(None, "x", entry(FRIDAY_TEXT, "find_times", index=0, id="a")), DONE],
        [FIND_FRIDAY],
    ),
}


@pytest.mark.parametrize("shape", CALLS)
async def test_the_calls_are_found_in(shape, provider, model_at):
    await must_find_calls(CALLS, shape, provider, model_at)
