"""Every shape of stream that servers are known to send, each to the byte, and what is made of it."""

import json
from typing import Any

import pytest

from agent.models.protocol import ModelFailed
from tests.agent.fake_provider import DONE, Answer, Part, chunk, entry, event, tool_calls_chunk
from tests.agent.models.conftest import hear

FRIDAY = {"service": "haircut", "when": "friday"}
MONDAY = {"service": "haircut", "when": "monday"}
FRIDAY_TEXT, MONDAY_TEXT = json.dumps(FRIDAY), json.dumps(MONDAY)
HALF, OTHER_HALF = FRIDAY_TEXT[:15], FRIDAY_TEXT[15:]
FIND_FRIDAY, FIND_MONDAY = ("find_times", FRIDAY), ("find_times", MONDAY)
LIST = ("list_services", {})
USAGE = {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18}


def fenced(value: Any) -> str:
    return f"```json\n{json.dumps(value)}\n```"


CALLS: dict[str, tuple[list[Part], list[tuple[str, dict[str, Any]]]]] = {
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
    "written as text in a fence": (
        [chunk(content=fenced({"name": "find_times", "arguments": FRIDAY})), chunk("stop"), DONE],
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
                content=fenced(
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
            chunk(content=fenced({"name": "find_times", "arguments": FRIDAY})),
            tool_calls_chunk(entry(FRIDAY_TEXT, "find_times", index=0, id="a")),
            DONE,
        ],
        [FIND_FRIDAY],
    ),
}


@pytest.mark.parametrize("shape", CALLS)
async def test_the_calls_are_found_in(shape, provider, model_at):
    parts, expected = CALLS[shape]
    provider.answers = [Answer(parts)]
    heard = await hear(model_at(provider))
    assert heard.requests == expected
    assert heard.text == ""
    assert heard.finished.reason == "tool_calls"
    ids = [call.id for call in heard.calls]
    assert all(ids)
    assert len(set(ids)) == len(ids)


HELLO: dict[str, list[Part]] = {
    "the reference": [chunk(role="assistant", content=""), chunk(content="Hel"), chunk(content="lo."),
        chunk("stop"), DONE],
    "empty choices": [event({"choices": []}), chunk(content="Hello."), chunk("stop"), DONE],
    "null choices": [event({"choices": None}), chunk(content="Hello."), chunk("stop"), DONE],
    "no choices": [event({"id": "x"}), chunk(content="Hello."), chunk("stop"), DONE],
    "no delta": [event({"choices": [{"index": 0}]}), chunk(content="Hello."), chunk("stop"), DONE],
    "null delta": [event({"choices": [{"index": 0, "delta": None}]}), chunk(content="Hello."), chunk("stop"),
        DONE],
    "no index": [event({"choices": [{"delta": {"content": "Hello."}, "finish_reason": "stop"}]}), DONE],
    "stop on every chunk": [chunk("stop", content="Hel"), chunk("stop", content="lo."), DONE],
    "no finish": [chunk(content="Hello."), DONE],
    "no DONE": [chunk(content="Hello."), chunk("stop")],
    "no empty line at the end": [chunk(content="Hello."), chunk("stop").rstrip()],
    "an empty finish": [chunk("", content="Hel"), chunk("", content="lo."), chunk("stop"), DONE],
    "usage after the finish": [chunk(content="Hello."), chunk("stop"), event({"choices": [], "usage": USAGE}),
        DONE],
    "comments and pings": [
        b": PROCESSING\n\n",
        b"event: ping\ndata:\n\n",
        b"data: ping\n\n",
        b"id: 7\n\n",
        chunk(content="Hello."),
        chunk("stop"),
        DONE,
    ],
    "carriage returns": [each.replace(b"\n", b"\r\n") for each in (chunk(content="Hello."), chunk("stop"),
        DONE)],
    "no space after the colon": [each.replace(b"data: ", b"data:") for each in (chunk(content="Hello."),
        DONE)],
    "one byte at a time": [bytes([byte]) for each in (chunk(content="Hello."), chunk("stop"),
        DONE) for byte in each],
    "content in parts": [chunk(content=[{"type": "text", "text": "Hello."}]), chunk("stop"), DONE],
    "a message instead of a delta": [
        event({"choices": [{"index": 0, "message": {"content": "Hello."}, "finish_reason": "stop"}]}),
        DONE,
    ],
    "thoughts in tags": [chunk(content="<think>He greets"), chunk(content="…</think>\n\nHello."),
        chunk("stop"), DONE],
    "thoughts in a field of their own": [chunk(reasoning_content="He greets."), chunk(content="Hello."),
        DONE],
    "empty tool calls": [chunk(content="Hello.", tool_calls=[]), chunk("stop", tool_calls=None), DONE],
    "a chunk that is no object": [event([1]), event("x"), event(None), chunk(content="Hello."), DONE],
    "space before the first word": [chunk(content="\n"), chunk(content=" Hello."), DONE],
    "NUL": [chunk(content="Hel\0lo."), DONE],
}  # fmt: skip


@pytest.mark.parametrize("shape", HELLO)
async def test_the_words_are_found_in(shape, provider, model_at):
    provider.answers = [Answer(HELLO[shape])]
    heard = await hear(model_at(provider))
    assert heard.text == "Hello."
    assert heard.calls == []
    assert heard.finished.reason == "stop"


FAILURES: dict[str, tuple[list[Part], str]] = {
    "an error object": ([event({"error": {"message": "boom", "code": 500}})], "overloaded"),
    "an error object in words": ([event({"error": "boom"})], "overloaded"),
    "an error object of a wrong key": ([event({"error": {"message": "x", "code": "invalid_api_key"}})],
        "unauthorized"),
    "an error object of a wrong request": ([event({"error": {"message": "x", "code": 400}})], "refused"),
    "a finish that is an error": ([chunk("error")], "overloaded"),
    "an object named error": ([event({"object": "error", "message": "x", "code": 400})], "refused"),
    "arguments cut off": (
        [tool_calls_chunk(entry(HALF, "find_times", index=0, id="a")), chunk("tool_calls"), DONE],
        "malformed",
    ),
    "arguments cut off by length": (
        [tool_calls_chunk(entry(HALF, "find_times", index=0, id="a")), chunk("length"), DONE],
        "malformed",
    ),
    "arguments that are a list": ([tool_calls_chunk(entry("[1]", "find_times", index=0, id="a")), DONE],
        "malformed"),
    "a call without a name": ([tool_calls_chunk(entry(FRIDAY_TEXT, index=0, id="a")), DONE], "malformed"),
    "a written call cut off": ([chunk(content='<tool_call>{"name": "find_t'), chunk("stop"), DONE],
        "malformed"),
    "a fenced call cut off": ([chunk(content='```json\n{"name": "find_times", "arg'), DONE], "malformed"),
    "a chunk that is broken": ([b'data: {"choices": [\n\n', DONE], "malformed"),
    "nothing but a finish": ([chunk("stop"), DONE], "malformed"),
    "nothing but thoughts": ([chunk(reasoning_content="hm"), chunk("length"), DONE], "malformed"),
    "a filtered reply": ([chunk("content_filter"), DONE], "refused"),
    "nothing at all": ([], "cut"),
    "no finish, no DONE, half a call": ([tool_calls_chunk(entry(HALF, "find_times", index=0, id="a"))],
        "cut"),
}  # fmt: skip


@pytest.mark.parametrize("shape", FAILURES)
async def test_it_fails_with_a_reason_for(shape, provider, model_at):
    parts, reason = FAILURES[shape]
    provider.answers = [Answer(parts)]
    with pytest.raises(ModelFailed) as failed:
        await hear(model_at(provider))
    assert failed.value.reason == reason
    assert not failed.value.after_first_token


async def test_words_before_a_written_call_are_shown_and_the_call_is_not(provider, model_at):
    written = 'One moment.\n\n<tool_call>{"name": "list_services"}</tool_call>\n'
    provider.answers = [Answer([*(chunk(content=letter) for letter in written), chunk("stop"), DONE])]
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
    provider.answers = [Answer([*(chunk(content=letter) for letter in words), chunk("stop"), DONE])]
    heard = await hear(model_at(provider))
    assert (heard.text, heard.calls) == (words, [])


async def test_a_server_that_does_not_stream_is_heard_all_the_same(provider, model_at):
    call = {"id": "a", "type": "function", "function": {"name": "find_times", "arguments": FRIDAY_TEXT}}
    message = {"role": "assistant", "content": "Looking.", "tool_calls": [call]}
    whole = {"model": "m", "choices": [{"message": message, "finish_reason": "tool_calls"}], "usage": USAGE}
    provider.answers = [Answer([json.dumps(whole).encode()], headers={"Content-Type": "application/json"})]
    heard = await hear(model_at(provider))
    assert (heard.text, heard.requests) == ("Looking.", [FIND_FRIDAY])
    assert heard.usage[0].input_tokens == 11


async def test_a_reply_cut_by_length_says_so(provider, model_at):
    provider.answers = [Answer([chunk(content="We are open from"), chunk("length"), DONE])]
    assert (await hear(model_at(provider))).finished.reason == "length"


async def test_a_lone_surrogate_is_replaced(provider, model_at):
    provider.answers = [Answer([chunk(content="").replace(b'""', b'"Hi \\ud83d"'), DONE])]
    assert (await hear(model_at(provider))).text == "Hi \N{REPLACEMENT CHARACTER}"
