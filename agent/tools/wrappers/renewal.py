"""A renewal: a summary was asked for after its time had stopped being kept, so the same time is kept once more."""

from msgspec import structs

from agent.events import Happened
from agent.models.protocol import ToolCall
from agent.tools.registry import Ran, run_tool
from agent.tools.tool import Outcome
from agent.turn_context import Talk
from booking_core.errors import HoldExpired


async def renewed(talk: Talk, call: ToolCall, ran: Ran) -> Ran:
    """What came of a call, done again over a new hold where the old one had run out; other times where somebody else has that one."""
    offer = talk.notepad.held_offer
    if ran.answered.result.get("refused") != HoldExpired.code or offer is None:
        return ran
    talk.notepad.let_go()
    held = await run_tool(talk, ToolCall(call.id, "hold_time", {"handle": offer.handle}))
    again = await run_tool(talk, call) if held.answered.ok else held
    happened = (Happened("hold.expired", {}), *held.outcome.happened)
    result = again.answered.result | ({"held_again": offer.label} if held.answered.ok else {})
    return Ran(
        structs.replace(again.answered, call=call, result=result),
        Outcome(again.outcome.data, again.outcome.blocks, happened),
    )
