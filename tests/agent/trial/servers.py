"""Servers of ours that owners might try: a good one, and such as are of no use, each in its own way."""

import json
from typing import Any

from evaluation.models.fake_provider import (
    DONE,
    FakeProvider,
    ProviderAnswer,
    ReceivedRequest,
    chunk,
    entry,
    tool_calls_chunk,
)

TIMES = "On Friday there is a time at a quarter past five, and one at six. Which one suits you?"
KEY = "sk-canary-5d1e"
USAGE = json.dumps({"choices": [], "usage": {"prompt_tokens": 1000, "completion_tokens": 10}})


def call(name: str, **arguments: Any) -> ProviderAnswer:
    whole = entry(json.dumps(arguments), name, index=0, id="call_1", type="function")
    return ProviderAnswer([tool_calls_chunk(whole, finish="tool_calls"), _usage(), DONE])


def says(*pieces: str) -> ProviderAnswer:
    return ProviderAnswer([*(chunk(content=one) for one in pieces), chunk("stop"), _usage(), DONE])


def good(asked: ReceivedRequest) -> ProviderAnswer:
    """Does what a good model does, for whoever has the key."""
    if asked.headers.get("authorization") != f"Bearer {KEY}":
        return ProviderAnswer.error(
            401, {"error": {"message": f"Incorrect API key: {asked.headers.get('authorization')}"}}
        )
    said = [one["role"] for one in asked.body["messages"]]
    if said[-1] == "tool":
        return says(*(f"{word} " for word in TIMES.split()))
    if said.count("user") == 1:
        return call("find_times", service="Haircut", when="friday after five")
    return call("hold_time", handle="t1")


def without_tools(asked: ReceivedRequest) -> ProviderAnswer:
    """Talks, whatever tools it is offered."""
    return says("Of course, ", "you are booked!")


def refusing_tools(asked: ReceivedRequest) -> ProviderAnswer:
    """As Ollama answers for a model that knows no tools."""
    if "tools" in asked.body:
        return ProviderAnswer.error(400, {"error": {"message": "this model does not support tools"}})
    return says("Hello.")


def mix_up(asked: ReceivedRequest) -> ProviderAnswer:
    """Calls a tool with a date that nobody asked for."""
    if asked.body["messages"][-1]["role"] == "tool":
        return says("Tuesday.")
    return call("find_times", service="Beard", when="2023-01-01")


def hang(asked: ReceivedRequest) -> ProviderAnswer:
    return ProviderAnswer([30.0])


def endless(asked: ReceivedRequest) -> ProviderAnswer:
    return ProviderAnswer([chunk(content="word " * 2000)] * 2000)


def a_website(asked: ReceivedRequest) -> ProviderAnswer:
    return ProviderAnswer([b"<html>"], headers={"Content-Type": "application/json"})


def server(answering: Any) -> FakeProvider:
    return FakeProvider(answering=answering)


def _usage() -> bytes:
    return f"data: {USAGE}\n\n".encode()
