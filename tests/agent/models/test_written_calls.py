"""Calls that a model writes among its words, and words that only look like one."""

import json
from typing import Any

import pytest

from tests.agent.fake_provider import DONE, ProviderAnswer, chunk, entry, tool_calls_chunk
from tests.agent.models.conftest import hear
from tests.agent.models.wanted_calls import (
    FIND_FRIDAY,
    FRIDAY,
    FRIDAY_TEXT,
    LIST,
    CallShapes,
    must_find_calls,
)


def fence(value: Any) -> str:
    return f"```json\n{json.dumps(value)}\n```"


CALLS: CallShapes = {
    "written as text in a fence": (
        [chunk(content=fence({"name": "find_times", "arguments": FRIDAY})), chunk("stop"), DONE],
        [FIND_FRIDAY],
    ),
    "written as text in a tag": (
        [
            chunk(content="<tool_"),
            chunk(content='call>\n{"name": "find_times", '),
            chunk(content=f'"arguments": {FRIDAY_TEXT}}}\n</tool_call>'),
            chunk("stop"),
            DONE,
        ],
        [FIND_FRIDAY],
    ),
    "written as text in a tag that the stop token swallowed": (
        [
            chunk(content=f'<tool_call>{{"name": "find_times", "arguments": {FRIDAY_TEXT}}}'),
            chunk("stop"),
            DONE,
        ],
        [FIND_FRIDAY],
    ),
    "written as bare text": (
        [chunk(content=json.dumps({"name": "find_times", "parameters": FRIDAY})), chunk("stop"), DONE],
        [FIND_FRIDAY],
    ),
    "written as a list behind a mark": (
        [
            chunk(content="[TOOL_"),
            chunk(content="CALLS]" + json.dumps([{"name": "find_times", "arguments": FRIDAY}])),
            DONE,
        ],
        [FIND_FRIDAY],
    ),
    "written as the reference has it": (
        [
            chunk(
                content=fence(
                    {"type": "function", "function": {"name": "find_times", "arguments": FRIDAY_TEXT}}
                )
            ),
            DONE,
        ],
        [FIND_FRIDAY],
    ),
    "written as tagged parameters": (
        [
            chunk(
                content="<tool_call>\n<function=find_times>\n<parameter=service>\nhaircut\n</parameter>\n"
                "<parameter=when>\nfriday\n</parameter>\n</function>\n</tool_call>"
            ),
            DONE,
        ],
        [FIND_FRIDAY],
    ),
    "written as text and called as well": (
        [
            chunk(content=fence({"name": "find_times", "arguments": FRIDAY})),
            tool_calls_chunk(entry(FRIDAY_TEXT, "find_times", index=0, id="a")),
            DONE,
        ],
        [FIND_FRIDAY],
    ),
}


@pytest.mark.parametrize("shape", CALLS)
async def test_the_calls_are_found_in(shape, provider, model_at):
    await must_find_calls(CALLS, shape, provider, model_at)


async def test_words_before_a_written_call_are_shown_and_the_call_is_not(provider, model_at):
    written = 'One moment.\n\n<tool_call>{"name": "list_services"}</tool_call>\n'
    provider.answers = [ProviderAnswer([*(chunk(content=letter) for letter in written), chunk("stop"), DONE])]
    heard = await hear(model_at(provider))
    assert (heard.text.strip(), heard.requests) == ("One moment.", [LIST])


@pytest.mark.parametrize(
    "words",
    [
        "Prices: {20} and [30](https://salon.example) ``x`` <b>.",
        '{"name": "Ada"} is how JSON looks.',
        "```python\nprint(1)\n``` and ```",
        '```json\n{"name": "unknown_tool", "arguments": {}}\n```',
    ],
)
async def test_words_that_only_look_like_a_call_are_shown_as_they_are(words, provider, model_at):
    provider.answers = [ProviderAnswer([*(chunk(content=letter) for letter in words), chunk("stop"), DONE])]
    heard = await hear(model_at(provider))
    assert (heard.text, heard.calls) == (words, [])
