"""The loop: let the model speak, run the tools it asks for, feed the results back, until it only speaks.

A model proposes and nothing more: what is held, booked or shown is decided in the tools and in
``agent.consent.consent``; what of its words is heard, in ``agent.guardrails.output_filter``.
"""

import time
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing
from typing import Any

import msgspec

from agent.events import BlockShown, Event, ModelCallFailed, TextAdded, TextReset, TokensSpent, ToolStarted
from agent.guardrails.output_filter import OutputFilter
from agent.languages.texts.tool_labels import tool_label
from agent.llm.briefing import INSTRUCTIONS, load_appointments, prompt_messages
from agent.llm.budget import MODEL_FAILURES, RULE, Budget, BudgetExceeded
from agent.llm.redacting_model import RedactingModel
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
from agent.tools.registry import CHAT_TOOLS, run_tool
from agent.tools.wrappers.renewal import renew_hold
from agent.tools.wrappers.repeats import CallMemory
from agent.turn_context import TurnContext

SPECS = tuple(tool.spec() for tool in CHAT_TOOLS.values())


async def answer(
    context: TurnContext, models: Sequence[Model], budget: Budget, instructions: str = INSTRUCTIONS
) -> AsyncIterator[Event]:
    """The turn's events. A model that fails, circles or costs too much hands over to the next with everything
    done so far; what it said is taken back. The last one is the house's own: it costs nothing, has all the
    time it needs, and reads things as the customer said them; all others read placeholders for what customers
    told of themselves.

    Raises ``ModelFailed`` or ``OverBudget`` only when the last one gives up.
    """
    # The house's own model knows the conversation itself: alone, it needs no briefing.
    is_alone = len(models) == 1
    own = [] if is_alone else await load_appointments(context)
    messages = (
        [ModelMessage("user", context.text)] if is_alone else prompt_messages(context, instructions, own)
    )
    for model in models:
        is_last, began = model is models[-1], time.perf_counter()
        speaker = model if is_last else RedactingModel(model, context)
        spoken = _model_events(context, messages, speaker, Budget() if is_last else budget, is_ours=is_last)
        try:
            async with aclosing(spoken) as events:
                async for event in events:
                    yield event
            return
        except MODEL_FAILURES as failure:
            if not isinstance(failure, BudgetExceeded) or failure.is_unanswered:
                yield ModelCallFailed(model.name, str(failure), round((time.perf_counter() - began) * 1000))
            was_refused = messages[-1].role == "tool" and '"refused":' in messages[-1].content
            if isinstance(failure, BudgetExceeded):
                context.record_decision(RULE, allowed=False, spent=failure.what, by=model.name)
            if isinstance(failure, BudgetExceeded) or was_refused:
                # What led a model in circles, or to a no, is no beginning to go on from.
                messages = prompt_messages(context, instructions, own)
            if is_last:
                raise
            for judged in context.drain_decisions():
                yield judged
            yield TextReset()
            budget = budget.for_next_model()


async def _model_events(
    context: TurnContext, messages: list[ModelMessage], model: Model, budget: Budget, *, is_ours: bool
) -> AsyncGenerator[Event, None]:
    # The house's own was told nothing, and has nothing to keep to itself.
    speech, memory, has_shown = (
        OutputFilter(context, "" if is_ours else messages[0].content),
        CallMemory(),
        False,
    )
    while True:
        budget.count_request(model.name, messages)
        speech.begin_reply()
        started = time.perf_counter()
        calls: list[ToolCall] = []
        extra: dict[str, Any] = {}
        async with open_stream(model.stream(messages, SPECS, context)) as stream:
            async for event in budget.within_deadline(stream):
                match event:
                    case TextDelta() | TextTakenBack():
                        for heard in await speech.feed(event):
                            context.model_has_spoken |= isinstance(heard, TextAdded) and not is_ours
                            yield heard
                    case CallRequested(call):
                        calls.append(call)
                    case Usage() | AttemptFailed():
                        yield _noted(event, model, budget, started)
                    case Finished(_, extra):
                        pass
        for heard in await speech.flush():
            context.model_has_spoken |= isinstance(heard, TextAdded) and not is_ours
            yield heard
        if not calls:
            if not (speech.has_spoken or has_shown):
                raise ModelFailed("malformed", after_first_token=True)
            return
        budget.count_tool_calls(len(calls))
        messages.append(ModelMessage("assistant", speech.reply, tuple(calls), extra=extra))
        for call in calls:
            async for happening in _call_tool(context, messages, call, memory, renews=not is_ours):
                has_shown = has_shown or isinstance(happening, BlockShown)
                yield happening
            speech.learn(messages[-1].content)


def _noted(event: Usage | AttemptFailed, model: Model, budget: Budget, started: float) -> Event:
    """What a request has cost, or that one has failed and is tried again."""
    if isinstance(event, AttemptFailed):
        return ModelCallFailed(model.name, event.reason, event.took_ms)
    budget.settle(event.input_tokens + event.output_tokens)
    took_ms = round((time.perf_counter() - started) * 1000)
    return TokensSpent(event.model, event.input_tokens, event.output_tokens, took_ms, event.cost)


async def _call_tool(
    context: TurnContext, messages: list[ModelMessage], call: ToolCall, memory: CallMemory, *, renews: bool
) -> AsyncIterator[Event]:
    """One tool call after another: a read may depend on the write before it.

    A time that has run out is kept again for whoever does not do so, and say so, itself.
    """
    tool = CHAT_TOOLS.get(call.name)
    yield ToolStarted(call, tool_label(context.locale, tool.label if tool else "One moment"))
    ran = memory.recall(call) if renews else None
    if ran is None:
        ran = await run_tool(context, call)
        if renews:
            ran = await renew_hold(context, call, ran)
        memory.note(call, ran)
    messages.append(
        ModelMessage("tool", msgspec.json.encode(ran.answered.result).decode(), tool_call_id=call.id)
    )
    for judged in context.drain_decisions():
        yield judged
    yield ran.answered
    for happened in ran.outcome.happened:
        yield happened
    for block in ran.outcome.blocks:
        yield BlockShown(block)
