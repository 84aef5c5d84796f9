"""Failover: models are asked in order. Where one fails, circles or costs too much, the next goes on with
everything done so far, and what the first one said is taken back."""

import time
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Sequence
from contextlib import aclosing

from agent.events import Event, ModelCallFailed, TextAdded, TextReset
from agent.guardrails.output_filter import OutputFilter
from agent.llm.briefing import INSTRUCTIONS, load_appointments, prompt_messages
from agent.llm.budget import MODEL_FAILURES, RULE, Budget, BudgetExceeded
from agent.llm.budgeted_model import BudgetedModel
from agent.llm.redacting_model import RedactingModel
from agent.loop import run_loop
from agent.models.protocol import Model, ModelFailed, ModelMessage
from agent.tools.wrappers.tool_runner import ToolRunner
from agent.turn_context import TurnContext


async def answer(
    context: TurnContext, models: Sequence[Model], budget: Budget, instructions: str = INSTRUCTIONS
) -> AsyncIterator[Event]:
    """The turn's events. The last model is the built-in receptionist: it costs nothing, has a budget of its
    own, and reads the message as the customer wrote it; all others read placeholders for what customers told
    of themselves.

    Raises ``ModelFailed`` or ``BudgetExceeded`` only when the last one fails.
    """
    *providers, guided = models
    # The built-in receptionist reads the conversation itself: alone, it needs no briefing.
    own = await load_appointments(context) if providers else []
    messages = [ModelMessage("user", context.text)]
    if providers:
        messages = prompt_messages(context, instructions, own)
    for provider in providers:
        started = time.perf_counter()
        try:
            async with aclosing(_provider_events(context, messages, provider, budget)) as events:
                async for event in events:
                    yield event
            return
        except MODEL_FAILURES as failure:
            if isinstance(failure, BudgetExceeded) or _ends_in_refusal(messages):
                # What led a model in circles, or to a no, is nothing to go on from.
                messages = prompt_messages(context, instructions, own)
            for event in _failure_events(context, provider, failure, started):
                yield event
            budget = budget.for_next_model()
    speaker, tools = BudgetedModel(guided, Budget()), ToolRunner(context, for_provider=False)
    async with aclosing(run_loop(context, messages, speaker, tools.run, OutputFilter(context, ""))) as events:
        async for event in events:
            yield event


async def _provider_events(
    context: TurnContext, messages: list[ModelMessage], provider: Model, budget: Budget
) -> AsyncGenerator[Event, None]:
    speaker = BudgetedModel(RedactingModel(provider, context), budget)
    output, tools = OutputFilter(context, messages[0].content), ToolRunner(context, for_provider=True)
    async with aclosing(run_loop(context, messages, speaker, tools.run, output)) as events:
        async for event in events:
            context.model_has_spoken |= isinstance(event, TextAdded)
            yield event


def _failure_events(
    context: TurnContext, provider: Model, failure: ModelFailed | BudgetExceeded, started: float
) -> Iterator[Event]:
    """What is noted of a model that is given up, and the end of what it said."""
    if not isinstance(failure, BudgetExceeded) or failure.is_unanswered:
        took_ms = round((time.perf_counter() - started) * 1000)
        yield ModelCallFailed(provider.name, str(failure), took_ms)
    if isinstance(failure, BudgetExceeded):
        context.record_decision(RULE, allowed=False, spent=failure.what, by=provider.name)
    yield from context.drain_decisions()
    yield TextReset()


def _ends_in_refusal(messages: Sequence[ModelMessage]) -> bool:
    return messages[-1].role == "tool" and '"refused":' in messages[-1].content
