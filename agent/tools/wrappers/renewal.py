"""A renewal: a summary was asked for after its time had stopped being kept, so the same time is kept once
more."""

from msgspec import structs

from agent.events import PageEvent
from agent.models.protocol import ToolCall
from agent.tools.registry import ToolResult, run_tool
from agent.tools.tool import ToolOutcome
from agent.turn_context import TurnContext
from booking_core.errors import HoldExpired


async def renew_hold(context: TurnContext, call: ToolCall, ran: ToolResult) -> ToolResult:
    """What came of a call, done again over a new hold where the old one had run out; other times where
    somebody else has that one."""
    offer = context.state.held_offer
    if ran.answered.result.get("refused") != HoldExpired.code or offer is None:
        return ran
    context.state.clear_hold()
    held = await run_tool(context, ToolCall(call.id, "hold_time", {"handle": offer.handle}))
    again = await run_tool(context, call) if held.answered.ok else held
    happened = (PageEvent("hold.expired", {}), *held.outcome.happened)
    result = again.answered.result | ({"held_again": offer.label} if held.answered.ok else {})
    return ToolResult(
        structs.replace(again.answered, call=call, result=result),
        ToolOutcome(again.outcome.data, again.outcome.blocks, happened),
    )
