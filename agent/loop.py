"""The loop: ask the model, run its tools, feed the results back, until it only speaks.

A model proposes and nothing more: what is held, booked or shown is decided in the tools and in
``agent.consent.consent``; what of its words is heard, in ``agent.guardrails.output_filter``. Failover,
budgets, redaction and renewed holds are wrappers around the model and the tools that are given to the loop.
"""

import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from contextlib import aclosing
from typing import Any

import msgspec

from agent.events import BlockShown, Event, ModelCallFailed, TokensSpent, ToolFinished
from agent.guardrails.output_filter import OutputFilter
from agent.models.protocol import (
    AttemptFailed,
    CallRequested,
    Finished,
    Model,
    ModelFailed,
    ModelMessage,
    TextDelta,
    TextTakenBack,
    ToolCall,
    Usage,
    open_stream,
)
from agent.tools.registry import CHAT_TOOLS
from agent.turn_context import TurnContext

SPECS = tuple(tool.spec() for tool in CHAT_TOOLS.values())
RunCall = Callable[[ToolCall], AsyncIterator[Event]]


async def run_loop(
    context: TurnContext, messages: list[ModelMessage], model: Model, run_call: RunCall, output: OutputFilter
) -> AsyncGenerator[Event, None]:
    """The events of one model's answer; ``messages`` grow by what it says and what its tools answer.

    Raises ``ModelFailed``, also where the model ends without a word.
    """
    has_shown = False
    while True:
        output.begin_reply()
        started, calls, extra = time.perf_counter(), list[ToolCall](), dict[str, Any]()
        async with open_stream(model.stream(messages, SPECS, context)) as stream:
            async for event in stream:
                match event:
                    case TextDelta() | TextTakenBack():
                        for spoken in await output.feed(event):
                            yield spoken
                    case CallRequested(call):
                        calls.append(call)
                    case Usage() | AttemptFailed():
                        yield _request_event(event, model, started)
                    case Finished(_, extra):
                        pass
        for spoken in await output.flush():
            yield spoken
        if not calls:
            if not (output.has_spoken or has_shown):
                raise ModelFailed("malformed", after_first_token=True)
            return
        messages.append(ModelMessage("assistant", output.reply, tuple(calls), extra=extra))
        async with aclosing(_run_calls(messages, calls, run_call, output)) as happened:
            async for spoken in happened:
                has_shown = has_shown or isinstance(spoken, BlockShown)
                yield spoken


async def _run_calls(
    messages: list[ModelMessage], calls: Sequence[ToolCall], run_call: RunCall, output: OutputFilter
) -> AsyncGenerator[Event, None]:
    """One after the other: a read may depend on the write before it."""
    for call in calls:
        async for event in run_call(call):
            if isinstance(event, ToolFinished):
                answer = msgspec.json.encode(event.result).decode()
                messages.append(ModelMessage("tool", answer, tool_call_id=call.id))
                output.learn(answer)
            yield event


def _request_event(event: Usage | AttemptFailed, model: Model, started: float) -> Event:
    """What a request has cost, or that one has failed and is tried again."""
    if isinstance(event, AttemptFailed):
        return ModelCallFailed(model.name, event.reason, event.took_ms)
    took_ms = round((time.perf_counter() - started) * 1000)
    return TokensSpent(event.model, event.input_tokens, event.output_tokens, took_ms, event.cost)
