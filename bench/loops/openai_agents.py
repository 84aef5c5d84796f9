"""The same turn by openai-agents."""

import json
import time

from agents import Agent, OpenAIChatCompletionsModel, Runner, function_tool, set_tracing_disabled
from openai import AsyncOpenAI

from bench.loops.measure import Turn
from bench.loops.shared import ASKED, INSTRUCTIONS, TIMES


@function_tool
async def find_times(service: str, when: str) -> str:  # noqa: ARG001 - the fake salon is always as free
    """Free times for a service, in the customer's own words."""
    return json.dumps(TIMES)


async def prepare(base_url: str) -> Turn:
    set_tracing_disabled(True)
    client = AsyncOpenAI(base_url=base_url, api_key="key", max_retries=0)
    model = OpenAIChatCompletionsModel("fake-1", client)
    receptionist = Agent(name="receptionist", instructions=INSTRUCTIONS, tools=[find_times], model=model)

    async def turn() -> float:
        begun, first, events = time.perf_counter(), 0.0, []
        result = Runner.run_streamed(receptionist, ASKED)
        async for event in result.stream_events():
            events.append(event)
            if (
                not first
                and getattr(getattr(event, "data", None), "type", "") == "response.output_text.delta"
            ):
                first = time.perf_counter() - begun
        return first

    return turn
