"""The tools of the chat, and how one of them is run: arguments checked, refusals turned into results."""

import time
from typing import Any

import msgspec
from msgspec import Struct

from agent.consent.policy import Denied, deny, must_not_name_parties
from agent.events import ToolFinished
from agent.guardrails.records import as_data
from agent.models.protocol import ToolCall
from agent.tools import (
    booking_lookup,
    business,
    contact_details,
    free_times,
    holds,
    people,
    services,
    suggestions,
)
from agent.tools.proposals import booking, cancellation, move
from agent.tools.tool import Tool, ToolOutcome
from agent.turn_context import TurnContext
from booking_core.errors import Refusal
from booking_core.input.leniency import fields_of, normalise
from booking_core.input.pattern_words import in_words

CHAT_TOOLS: dict[str, Tool] = {
    tool.name: tool
    for tool in (
        services.TOOL,
        free_times.TOOL,
        holds.TOOL,
        holds.RELEASE,
        contact_details.TOOL,
        booking.TOOL,
        move.TOOL,
        cancellation.TOOL,
        booking_lookup.TOOL,
        business.INFO,
        business.HAND_OVER,
        people.TOOL,
        suggestions.TOOL,
    )
}
KNOWN_TOOLS, KNOWN_ARGUMENTS, FITTING = "only_known_tools", "only_known_arguments", "arguments_must_fit"
NOTHING = frozenset(["", "null", "none", "undefined", "nil", "n/a"])
MOST_NAMED = 10


class ToolResult(Struct, frozen=True):
    """What came of a call: the result the model reads, and the outcome's extras."""

    answered: ToolFinished
    outcome: ToolOutcome


async def run_tool(context: TurnContext, call: ToolCall) -> ToolResult:
    """Run one call. Whatever goes against the rules or the desk comes back as a result with ``refused`` in
    it."""
    started = time.perf_counter()
    try:
        outcome = await _run(context, call)
    except Refusal as refusal:
        outcome = ToolOutcome(_refusal_result(refusal))
    took = round((time.perf_counter() - started) * 1000)
    result = as_data(context, outcome.data)
    return ToolResult(ToolFinished(call, result, "refused" not in result, took), outcome)


async def _run(context: TurnContext, call: ToolCall) -> ToolOutcome:
    tool = CHAT_TOOLS.get(call.name)
    if tool is None:
        deny(context, KNOWN_TOOLS, "There is no such tool.", tool=call.name[:60])
    arguments = _arguments(context, tool, call.arguments)
    try:
        return await tool.run(context, arguments)
    except OverflowError as error:
        # A date at an end of the calendar, from which no other can be counted.
        raise Denied("That is too far away.", code=FITTING) from error


def _arguments(context: TurnContext, tool: Tool, sent: dict[str, Any]) -> Struct:
    """What the model wrote, as far as the tool has such arguments. Raises ``Denied`` for what does not fit,
    and what names a party."""
    known = fields_of(tool.arguments)
    extra = {name: value for name, value in sent.items() if name not in known}
    must_not_name_parties(context, extra)
    if extra:
        context.record_decision(
            KNOWN_ARGUMENTS, allowed=True, dropped=sorted(name[:60] for name in extra)[:MOST_NAMED]
        )
    own = {
        name: value
        for name, value in sent.items()
        if name in known and (known[name].required or not _says_nothing(value))
    }
    try:
        return msgspec.convert(normalise(own, tool.arguments), tool.arguments, strict=False)
    except (msgspec.ValidationError, OverflowError) as error:
        raise Denied(f"These arguments do not fit: {in_words(str(error))}", code=FITTING) from error


def _says_nothing(value: Any) -> bool:
    """Whether this is how models write that an argument has no value."""
    return isinstance(value, str) and value.strip().casefold() in NOTHING


def _refusal_result(refusal: Refusal) -> dict[str, Any]:
    """The desk's no is said to customers (``detail``); a rule's no tells a model what to do, and no customer
    (``instruction``)."""
    told = "instruction" if isinstance(refusal, Denied) else "detail"
    return {"refused": refusal.code, told: refusal.detail}
