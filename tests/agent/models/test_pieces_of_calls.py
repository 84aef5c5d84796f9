"""Calls that come in pieces: which call a piece is of, whatever a server does to indexes, ids and names."""

import pytest

from tests.agent.fake_provider import DONE, chunk, entry, tool_calls_chunk
from tests.agent.models.wanted_calls import (
    FIND_FRIDAY,
    FIND_MONDAY,
    FRIDAY_TEXT,
    HALF,
    LIST,
    MONDAY_TEXT,
    OTHER_HALF,
    CallShapes,
    must_find_calls,
)

CALLS: CallShapes = {
    "as the reference has it": (
        [
            chunk(role="assistant", content=None),
            tool_calls_chunk(entry("", "find_times", index=0, id="a", type="function")),
            tool_calls_chunk(entry(HALF, index=0)),
            tool_calls_chunk(entry(OTHER_HALF, index=0)),
            chunk("tool_calls"),
            DONE,
        ],
        [FIND_FRIDAY],
    ),
    "two calls side by side": (
        [
            tool_calls_chunk(
                entry("", "find_times", index=0, id="a"), entry("", "find_times", index=1, id="b")
            ),
            tool_calls_chunk(entry(HALF, index=0)),
            tool_calls_chunk(entry(MONDAY_TEXT, index=1)),
            tool_calls_chunk(entry(OTHER_HALF, index=0)),
            chunk("tool_calls"),
            DONE,
        ],
        [FIND_FRIDAY, FIND_MONDAY],
    ),
    "finish reason stop with calls": (
        [tool_calls_chunk(entry(FRIDAY_TEXT, "find_times", index=0, id="a")), chunk("stop"), DONE],
        [FIND_FRIDAY],
    ),
    "index always 0 with different ids": (
        [
            tool_calls_chunk(entry(HALF, "find_times", index=0, id="a")),
            tool_calls_chunk(entry(OTHER_HALF, index=0)),
            tool_calls_chunk(entry("{}", "list_services", index=0, id="b")),
            chunk("tool_calls"),
            DONE,
        ],
        [FIND_FRIDAY, LIST],
    ),
    "index always 0, the same tool twice under different ids": (
        [
            tool_calls_chunk(entry(FRIDAY_TEXT, "find_times", index=0, id="a")),
            tool_calls_chunk(entry(MONDAY_TEXT, "find_times", index=0, id="b")),
            chunk("tool_calls"),
            DONE,
        ],
        [FIND_FRIDAY, FIND_MONDAY],
    ),
    "index always 0 and no ids": (
        [
            tool_calls_chunk(entry(HALF, "find_times", index=0)),
            tool_calls_chunk(entry(OTHER_HALF, index=0)),
            tool_calls_chunk(entry("{}", "list_services", index=0)),
            chunk("tool_calls"),
            DONE,
        ],
        [FIND_FRIDAY, LIST],
    ),
    "index missing": (
        [
            tool_calls_chunk(entry(HALF, "find_times", id="a")),
            tool_calls_chunk(entry(OTHER_HALF)),
            tool_calls_chunk(entry("{}", "list_services", id="b")),
            chunk("tool_calls"),
            DONE,
        ],
        [FIND_FRIDAY, LIST],
    ),
    "index null": (
        [
            tool_calls_chunk(entry(HALF, "find_times", id="a", index=None)),
            tool_calls_chunk(entry(OTHER_HALF, index=None)),
            DONE,
        ],
        [FIND_FRIDAY],
    ),
    "index counts pieces instead of calls": (
        [
            tool_calls_chunk(entry("", "find_times", index=0, id="a")),
            tool_calls_chunk(entry(HALF, index=1, id="a")),
            tool_calls_chunk(entry(OTHER_HALF, index=2)),
            chunk("tool_calls"),
            DONE,
        ],
        [FIND_FRIDAY],
    ),
    "index reused for a second call": (
        [
            tool_calls_chunk(entry(FRIDAY_TEXT, "find_times", index=0, id="a")),
            tool_calls_chunk(entry("", "find_times", index=0, id="b")),
            tool_calls_chunk(entry(MONDAY_TEXT, index=0)),
            chunk("tool_calls"),
            DONE,
        ],
        [FIND_FRIDAY, FIND_MONDAY],
    ),
    "ids null": (
        [
            tool_calls_chunk(entry("", "find_times", index=0, id=None)),
            tool_calls_chunk(entry(FRIDAY_TEXT, index=0, id=None)),
            tool_calls_chunk(entry("{}", "list_services", index=1, id=None)),
            chunk("tool_calls"),
            DONE,
        ],
        [FIND_FRIDAY, LIST],
    ),
    "ids empty": (
        [
            tool_calls_chunk(entry(FRIDAY_TEXT, "find_times", index=0, id="")),
            tool_calls_chunk(entry("{}", "list_services", index=1, id="")),
            DONE,
        ],
        [FIND_FRIDAY, LIST],
    ),
    "the same id for every call": (
        [
            tool_calls_chunk(entry(FRIDAY_TEXT, "find_times", index=0, id="call")),
            tool_calls_chunk(entry(MONDAY_TEXT, "find_times", index=1, id="call")),
            DONE,
        ],
        [FIND_FRIDAY, FIND_MONDAY],
    ),
    "a fresh id on every piece": (
        [
            tool_calls_chunk(entry("", "find_times", index=0, id="a")),
            tool_calls_chunk(entry(HALF, index=0, id="b")),
            tool_calls_chunk(entry(OTHER_HALF, index=0, id="c")),
            DONE,
        ],
        [FIND_FRIDAY],
    ),
    "a fresh id and the name on every piece": (
        [
            tool_calls_chunk(entry("", "find_times", index=0, id="a")),
            tool_calls_chunk(entry(HALF, "find_times", index=0, id="b")),
            tool_calls_chunk(entry(OTHER_HALF, "find_times", index=0, id="c")),
            DONE,
        ],
        [FIND_FRIDAY],
    ),
    "the name on every piece": (
        [
            tool_calls_chunk(entry("", "find_times", index=0, id="a")),
            tool_calls_chunk(entry(HALF, "find_times", index=0, id="a")),
            tool_calls_chunk(entry(OTHER_HALF, "find_times", index=0, id="a")),
            chunk("tool_calls"),
            DONE,
        ],
        [FIND_FRIDAY],
    ),
    "the name empty later": (
        [
            tool_calls_chunk(entry(HALF, "find_times", index=0, id="a")),
            tool_calls_chunk(entry(OTHER_HALF, "", index=0, id="")),
            chunk("tool_calls"),
            DONE,
        ],
        [FIND_FRIDAY],
    ),
    "the name after the id": (
        [
            tool_calls_chunk({"index": 0, "id": "a", "function": {"name": None, "arguments": ""}}),
            tool_calls_chunk(entry(FRIDAY_TEXT, "find_times", index=0)),
            DONE,
        ],
        [FIND_FRIDAY],
    ),
    "template remains around the name": (
        [
            tool_calls_chunk(
                entry(FRIDAY_TEXT, "functions.find_times<|channel|>commentary", index=0, id="a")
            ),
            DONE,
        ],
        [FIND_FRIDAY],
    ),
}


@pytest.mark.parametrize("shape", CALLS)
async def test_the_calls_are_found_in(shape, provider, model_at):
    await must_find_calls(CALLS, shape, provider, model_at)
