"""The loop: let the model speak, run the tools it asks for, feed the results back, until it only speaks.

A model proposes and nothing more: what is held, booked or shown is decided in the tools and in ``agent.consent``.
"""

import time
from collections.abc import AsyncIterator, Sequence
from typing import Any

import msgspec

from agent.events import Called, Event, Said, Shown, Spent, Unsaid
from agent.models.protocol import (
    CallRequested,
    Finished,
    Model,
    ModelFailed,
    ModelMessage,
    TextDelta,
    ToolCall,
    Usage,
    listening,
)
from agent.talk import Talk
from agent.tools.registry import CHAT_TOOLS, run_tool

MOST_MODEL_CALLS, MOST_TOOL_CALLS = 6, 8
TURN_SECONDS = 25
SPECS = tuple(tool.spec() for tool in CHAT_TOOLS.values())


class OverBudget(Exception):
    """A model that goes round in circles: it has had all the calls a turn may take."""


async def answer(talk: Talk, instructions: str, models: Sequence[Model]) -> AsyncIterator[Event]:
    """The turn's events. A model that fails, or circles, hands over to the next with everything done so far; what it said is taken
    back. Raises ``ModelFailed`` or ``OverBudget`` only when the last one gives up."""
    messages = [ModelMessage("system", instructions), *talk.history, ModelMessage("user", talk.text)]
    for model in models:
        try:
            async for event in _spoken(talk, messages, model):
                yield event
            return
        except (ModelFailed, OverBudget):
            if model is models[-1]:
                raise
            yield Unsaid()


async def _spoken(talk: Talk, messages: list[ModelMessage], model: Model) -> AsyncIterator[Event]:
    tool_calls, begun, paragraph = 0, time.perf_counter(), ""
    for _ in range(MOST_MODEL_CALLS):
        started, text = time.perf_counter(), ""
        calls: list[ToolCall] = []
        extra: dict[str, Any] = {}
        async with listening(model.stream(messages, SPECS, talk)) as stream:
            async for event in stream:
                match event:
                    case TextDelta(piece):
                        # What is said after a tool has run begins a paragraph of its own.
                        yield Said(piece if text else paragraph + piece)
                        text += piece
                    case CallRequested(call):
                        calls.append(call)
                    case Usage(name, spent_in, spent_out):
                        yield Spent(name, spent_in, spent_out, round((time.perf_counter() - started) * 1000))
                    case Finished(_, extra):
                        pass
        if not calls:
            return
        tool_calls += len(calls)
        paragraph = paragraph or ("\n\n" if text else "")
        if tool_calls > MOST_TOOL_CALLS or time.perf_counter() - begun > TURN_SECONDS:
            raise OverBudget
        messages.append(ModelMessage("assistant", text, tuple(calls), extra=extra))
        for call in calls:
            async for happening in _ran(talk, messages, call):
                yield happening
    raise OverBudget


async def _ran(talk: Talk, messages: list[ModelMessage], call: ToolCall) -> AsyncIterator[Event]:
    """One tool call after another: a read may depend on the write before it."""
    tool = CHAT_TOOLS.get(call.name)
    yield Called(call, tool.label if tool else "One moment")
    ran = await run_tool(talk, call)
    messages.append(
        ModelMessage("tool", msgspec.json.encode(ran.answered.result).decode(), tool_call_id=call.id)
    )
    if ran.judged is not None:
        yield ran.judged
    yield ran.answered
    for happened in ran.outcome.happened:
        yield happened
    for block in ran.outcome.blocks:
        yield Shown(block)
