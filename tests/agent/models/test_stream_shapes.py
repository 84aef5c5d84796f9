"""Every shape of stream that servers are known to send words in, each to the byte; and how streams fail."""

import json
from typing import Any

import pytest

from agent.models.protocol import ModelFailed
from tests.agent.fake_provider import DONE, Part, ProviderAnswer, chunk, entry, event, tool_calls_chunk
from tests.agent.models.conftest import hear
from tests.agent.models.wanted_calls import (
    FIND_FRIDAY,
    FRIDAY_TEXT,
    HALF,
)

USAGE = {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18}


def fence(value: Any) -> str:
    return f"```json\n{json.dumps(value)}\n```"


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
    provider.answers = [ProviderAnswer(HELLO[shape])]
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
    provider.answers = [ProviderAnswer(parts)]
    with pytest.raises(ModelFailed) as failed:
        await hear(model_at(provider))
    assert failed.value.reason == reason
    assert not failed.value.after_first_token


async def test_a_server_that_does_not_stream_is_heard_all_the_same(provider, model_at):
    call = {"id": "a", "type": "function", "function": {"name": "find_times", "arguments": FRIDAY_TEXT}}
    message = {"role": "assistant", "content": "Looking.", "tool_calls": [call]}
    whole = {"model": "m", "choices": [{"message": message, "finish_reason": "tool_calls"}], "usage": USAGE}
    provider.answers = [
        ProviderAnswer([json.dumps(whole).encode()], headers={"Content-Type": "application/json"})
    ]
    heard = await hear(model_at(provider))
    assert (heard.text, heard.requests) == ("Looking.", [FIND_FRIDAY])
    assert heard.usage[0].input_tokens == 11


async def test_a_reply_cut_by_length_says_so(provider, model_at):
    provider.answers = [ProviderAnswer([chunk(content="We are open from"), chunk("length"), DONE])]
    assert (await hear(model_at(provider))).finished.reason == "length"


async def test_a_lone_surrogate_is_replaced(provider, model_at):
    provider.answers = [ProviderAnswer([chunk(content="").replace(b'""', b'"Hi \\ud83d"'), DONE])]
    assert (await hear(model_at(provider))).text == "Hi \N{REPLACEMENT CHARACTER}"
