"""The tools of the chat, and how one of them is run: arguments checked, refusals turned into results."""

import time
from typing import Any

import msgspec
from msgspec import Struct

from agent.events import Answered, Judged
from agent.models.protocol import ToolCall
from agent.policy import Denied
from agent.talk import Talk
from agent.tools import business, contact, holding, proposals, services, times
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
        business.INFO,
        business.HAND_OVER,
    )
}


class Ran(Struct, frozen=True):
    """What came of a call: the result the model reads, the rule that forbade it if one did, and the outcome's extras."""

    answered: Answered
    outcome: Outcome
    judged: Judged | None = None


async def run_tool(talk: Talk, call: ToolCall) -> Ran:
    """Run one call. Whatever goes against the rules or the desk comes back as a result with ``refused`` in it."""
    started = time.perf_counter()
    judged = None
    try:
        outcome = await _run(talk, call)
    except Denied as denial:
        judged = Judged(denial.code, allowed=False, details={"tool": call.name})
        outcome = Outcome(_refused(denial))
    except Refusal as refusal:
        outcome = Outcome(_refused(refusal))
    took = round((time.perf_counter() - started) * 1000)
    return Ran(Answered(call, outcome.data, "refused" not in outcome.data, took), outcome, judged)


async def _run(talk: Talk, call: ToolCall) -> Outcome:
    tool = CHAT_TOOLS.get(call.name)
    if tool is None:
        raise Denied("There is no such tool.", code="only_known_tools")
    try:
        arguments = msgspec.convert(call.arguments, tool.arguments, strict=False)
    except msgspec.ValidationError as error:
        raise Denied(f"These arguments do not fit: {error}", code="arguments_must_fit") from error
    return await tool.run(talk, arguments)


def _refused(refusal: Refusal) -> dict[str, Any]:
    return {"refused": refusal.code, "detail": refusal.detail}
