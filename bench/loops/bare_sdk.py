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


async def prepared(base_url: str) -> Turn:
    client = AsyncOpenAI(base_url=base_url, api_key="key", max_retries=0)

    async def turn() -> float:
        begun, first, events = time.perf_counter(), 0.0, []
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
            calls: dict[int, dict[str, Any]] = {}
            async for chunk in stream:
                events.append(chunk)
                delta = chunk["choices"][0]["delta"] if chunk["choices"] else {}
                if delta.get("content"):
                    first = first or time.perf_counter() - begun
                for piece in delta.get("tool_calls", ()):
                    call = calls.setdefault(
                        piece["index"], {"id": piece.get("id"), "name": "", "arguments": ""}
                    )
                    call["name"] += piece["function"].get("name", "")
                    call["arguments"] += piece["function"].get("arguments", "")
            if not calls:
                return first
            asked = [
                {
                    "id": one["id"],
                    "type": "function",
                    "function": {"name": one["name"], "arguments": one["arguments"]},
                }
                for one in calls.values()
            ]
            messages.append({"role": "assistant", "content": None, "tool_calls": asked})
            for one in calls.values():
                json.loads(one["arguments"])
                messages.append({"role": "tool", "tool_call_id": one["id"], "content": json.dumps(TIMES)})

    return turn
