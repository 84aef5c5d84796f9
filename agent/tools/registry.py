"""The tools of the chat, and how one of them is run: arguments checked, refusals turned into results."""

import time
from typing import Any

import msgspec
from msgspec import Struct

from agent.events import Answered
from agent.models.protocol import ToolCall
from agent.policy import Denied, deny, must_name_no_party
from agent.records import as_data
from agent.talk import Talk
from agent.tools import business, contact, finding, holding, proposals, services, suggestions, times
from agent.tools.tool import Outcome, Tool
from booking_core.errors import Refusal

CHAT_TOOLS: dict[str, Tool] = {
    tool.name: tool
    for tool in (
        services.TOOL,
        times.TOOL,
        holding.TOOL,
        holding.RELEASE,
        contact.TOOL,
        proposals.BOOKING,
        proposals.MOVE,
        proposals.CANCEL,
        finding.TOOL,
        business.INFO,
        business.HAND_OVER,
        suggestions.TOOL,
    )
}
KNOWN_TOOLS = "only_known_tools"


class Ran(Struct, frozen=True):
    """What came of a call: the result the model reads, and the outcome's extras."""

    answered: Answered
    outcome: Outcome


async def run_tool(talk: Talk, call: ToolCall) -> Ran:
    """Run one call. Whatever goes against the rules or the desk comes back as a result with ``refused`` in it."""
    started = time.perf_counter()
    try:
        outcome = await _run(talk, call)
    except Refusal as refusal:
        outcome = Outcome(_refused(refusal))
    took = round((time.perf_counter() - started) * 1000)
    result = as_data(talk, outcome.data)
    return Ran(Answered(call, result, "refused" not in result, took), outcome)


async def _run(talk: Talk, call: ToolCall) -> Outcome:
    tool = CHAT_TOOLS.get(call.name)
    if tool is None:
        deny(talk, KNOWN_TOOLS, "There is no such tool.", tool=call.name[:60])
    must_name_no_party(talk, call.arguments)
    try:
        arguments = msgspec.convert(call.arguments, tool.arguments, strict=False)
    except (msgspec.ValidationError, OverflowError) as error:
        raise Denied(f"These arguments do not fit: {error}", code="arguments_must_fit") from error
    return await tool.run(talk, arguments)


def _refused(refusal: Refusal) -> dict[str, Any]:
    return {"refused": refusal.code, "detail": refusal.detail}
