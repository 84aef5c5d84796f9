"""The same turn by pydantic-ai."""

import json
import time

from pydantic_ai import Agent, PartDeltaEvent, TextPartDelta
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.providers.openai import OpenAIProvider

from bench.loops.measure import Turn
from bench.loops.shared import ASKED, INSTRUCTIONS, TIMES


async def prepare(base_url: str) -> Turn:
    model = OpenAIChatModel("fake-1", provider=OpenAIProvider(base_url=base_url, api_key="key"))
    receptionist = Agent(model, instructions=INSTRUCTIONS)

    @receptionist.tool_plain
    async def find_times(service: str, when: str) -> str:  # noqa: ARG001 - the fake salon is always as free
        """Free times for a service, in the customer's own words."""
        return json.dumps(TIMES)

    async def turn() -> float:
        begun, first, events = time.perf_counter(), 0.0, []
        async with receptionist.run_stream_events(ASKED) as stream:
            async for event in stream:
                events.append(event)
                if not first and isinstance(event, PartDeltaEvent) and isinstance(event.delta, TextPartDelta):
                    first = time.perf_counter() - begun
        return first

    return turn
