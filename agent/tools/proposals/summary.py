"""The block of a summary, and what whoever proposed it is told."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from msgspec import structs

from agent.conversation.choices import Summary
from agent.turn_context import TurnContext
from agent.ui_blocks import booking_blocks

REQUEST = (
    "The business has to approve this first. Ask whether to send or change the request; never say that it "
    "is booked."
)


def show_summary(
    context: TurnContext,
    summary: Summary,
    rows: Sequence[tuple[str, str]],
    *,
    price: dict[str, Any] | None = None,
    expires_at: datetime | None = None,
) -> dict[str, Any]:
    """The summary's block, with its buttons; a yes is to this one from now on."""
    context.state.close("agree", "decline")
    block = booking_blocks.summary(
        context.state,
        summary.entry_in(context.says.SUMMARY_TITLES),
        rows,
        price=price,
        expires_at=expires_at,
        agree=summary.entry_in(context.says.AGREE),
        decline=summary.entry_in(context.says.DECLINE),
        undoes=summary.deed == "cancel",
    )
    context.state.summary = structs.replace(summary, block=block)
    return block


def summary_result(summary: Summary, rows: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The summary as it is told to whoever proposed it."""
    told: dict[str, Any] = {"summary_shown": dict(rows), "deed": summary.deed}
    return told | ({"is_request": REQUEST} if summary.is_request else {})
