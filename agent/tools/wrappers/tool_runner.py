"""Running the calls of one answer: each as the events that customers and the console see."""

from collections.abc import AsyncIterator

from agent.events import BlockShown, Event, ToolStarted
from agent.languages.texts.tool_labels import tool_label
from agent.models.protocol import ToolCall
from agent.tools.registry import CHAT_TOOLS, ToolResult, run_tool
from agent.tools.wrappers.renewal import renew_hold
from agent.tools.wrappers.repeats import CallMemory
from agent.turn_context import TurnContext


class ToolRunner:
    """``for_provider``: a hold that ran out is renewed, and a call that is repeated is answered from memory.
    The built-in receptionist does the first itself and never does the second."""

    def __init__(self, context: TurnContext, *, for_provider: bool) -> None:
        self._context = context
        self._for_provider = for_provider
        self._memory = CallMemory()

    async def run(self, call: ToolCall) -> AsyncIterator[Event]:
        tool = CHAT_TOOLS.get(call.name)
        yield ToolStarted(call, tool_label(self._context.locale, tool.label if tool else "One moment"))
        ran = await self._run_or_recall(call)
        for decision in self._context.drain_decisions():
            yield decision
        yield ran.answered
        for happened in ran.outcome.happened:
            yield happened
        for block in ran.outcome.blocks:
            yield BlockShown(block)

    async def _run_or_recall(self, call: ToolCall) -> ToolResult:
        if not self._for_provider:
            return await run_tool(self._context, call)
        ran = self._memory.recall(call)
        if ran is None:
            ran = await renew_hold(self._context, call, await run_tool(self._context, call))
            self._memory.note(call, ran)
        return ran
