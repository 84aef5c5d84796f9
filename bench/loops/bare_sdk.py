"""The openai SDK alone, its stream read as plain dicts, and a loop of thirty lines: the least that leads to
the same answer."""

import json
import time
from typing import Any

from openai import AsyncOpenAI, AsyncStream

from bench.loops.measure import Turn
from bench.loops.shared import ASKED, INSTRUCTIONS, SCHEMA, TIMES

TOOLS = [
    {
        "type": "function",
        "function": {"name": "find_times", "description": "Free times.", "parameters": SCHEMA},
    }
]


async def prepare(base_url: str) -> Turn:
    client = AsyncOpenAI(base_url=base_url, api_key="key", max_retries=0)

    async def turn() -> float:
        begun, first = time.perf_counter(), 0.0
        messages: list[Any] = [
            {"role": "system", "content": INSTRUCTIONS},
            {"role": "user", "content": ASKED},
        ]
        while True:
            body = {"model": "fake-1", "stream": True, "messages": messages, "tools": TOOLS}
            body["stream_options"] = {"include_usage": True}
            stream: Any = await client.post(
                "/chat/completions", body=body, cast_to=object, stream=True, stream_cls=AsyncStream[object]
            )
            calls, spoken_at = await read_reply(stream)
            first = first or (spoken_at and spoken_at - begun)
            if not calls:
                return first
            messages += answer(calls)

    return turn


async def read_reply(stream: Any) -> tuple[list[dict[str, Any]], float]:
    """The calls of a reply, and the moment of its first words; 0 without any."""
    calls: dict[int, dict[str, Any]] = {}
    events, spoken_at = [], 0.0
    async for chunk in stream:
        events.append(chunk)
        delta = chunk["choices"][0]["delta"] if chunk["choices"] else {}
        if delta.get("content"):
            spoken_at = spoken_at or time.perf_counter()
        for piece in delta.get("tool_calls", ()):
            call = calls.setdefault(piece["index"], {"id": piece.get("id"), "name": "", "arguments": ""})
            call["name"] += piece["function"].get("name", "")
            call["arguments"] += piece["function"].get("arguments", "")
    return list(calls.values()), spoken_at


def answer(calls: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The calls as messages, each with its result."""
    asked = [
        {
            "id": one["id"],
            "type": "function",
            "function": {"name": one["name"], "arguments": one["arguments"]},
        }
        for one in calls
    ]
    told = [{"role": "assistant", "content": None, "tool_calls": asked}]
    for one in calls:
        json.loads(one["arguments"])
        told.append({"role": "tool", "tool_call_id": one["id"], "content": json.dumps(TIMES)})
    return told
