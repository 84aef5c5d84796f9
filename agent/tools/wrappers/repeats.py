"""Calls that a model repeats within one answer: it reads what it was told before, and the customer sees
nothing twice."""

import msgspec
from msgspec import structs

from agent.models.protocol import ToolCall
from agent.tools.registry import CHAT_TOOLS, ToolResult
from agent.tools.tool import ToolOutcome

ADVICE = "You have just asked this, and the customer sees the answer. Speak to the customer now."


class CallMemory:
    """The calls of one answer and what came of them, until one of them changes something."""

    def __init__(self) -> None:
        self._results: dict[bytes, ToolResult] = {}

    def recall(self, call: ToolCall) -> ToolResult | None:
        """What came of the same call before, with advice; None for a call that is new, or was refused."""
        before = self._results.get(_key(call))
        if before is None:
            return None
        result = before.answered.result | {"advice": ADVICE}
        return ToolResult(
            structs.replace(before.answered, call=call, result=result, took_ms=0), ToolOutcome(result)
        )

    def note(self, call: ToolCall, ran: ToolResult) -> None:
        """Remember what a call came to; whatever a tool that writes has changed is asked anew."""
        tool = CHAT_TOOLS.get(call.name)
        if tool is not None and tool.writes:
            self._results.clear()
        if ran.answered.ok:
            self._results[_key(call)] = ran


def _key(call: ToolCall) -> bytes:
    return msgspec.json.encode([call.name, call.arguments], order="deterministic")
