"""The sheet with which a customer books at once: what is held, and the fields that are still missing.

Pressing its button is the consent to what stands on it (``agent.consent.sheet``).
"""

from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from agent.consent.operation import digest_of
from agent.conversation.choices import Sheet
from agent.languages.texts.letters.appointment_letters import letter_words
from agent.tools.proposals.summary_rows import hold_rows
from agent.turn_context import TurnContext
from agent.ui_blocks.block import quote_view
from booking_core.errors import Refusal
from booking_core.holds.hold import Hold


async def checkout_of(context: TurnContext) -> tuple[dict[str, Any], Hold] | None:
    """What the sheet shows of the time in hand, for a new booking that needs a name, a contact and what
    its service asks; None where the form has to do alone."""
    state = context.state
    if state.hold_id is None or state.moving is not None or not state.draft.settled:
        return None
    hold_id = state.hold_id
    with suppress(Refusal):
        hold = await context.read_only(lambda desk: desk.hold_in_hand(hold_id))
        service = context.catalogue.service(hold.service_id)
        kind = "ask" if hold.policy.get("requires_approval") else "book"
        shown = {
            "title": context.says.SUMMARY_TITLES[kind],
            "rows": [{"label": label, "value": value} for label, value in hold_rows(context, hold)],
            "price": quote_view(hold.quote, is_each=service.is_group, people=hold.party_size),
            "policy": _policy(context, hold),
            "expires_at": hold.expires_at.isoformat(),
            "submit_label": context.says.DO_IT[kind],
        }
        return shown, hold
    return None


def remember_sheet(context: TurnContext, block: dict[str, Any], hold: Hold) -> None:
    """From now on a press on this block, and on no earlier one, is the consent to this hold."""
    context.state.sheet = Sheet(
        digest=digest_of(hold, None),
        shown_after=context.position,
        hold_id=hold.id,
        is_request=bool(hold.policy.get("requires_approval")),
        block=block,
    )


def _policy(context: TurnContext, hold: Hold) -> str | None:
    """Until when it may be cancelled, in a line; None where that is over already."""
    until: datetime = hold.starts_at - timedelta(minutes=hold.policy.get("cancellation_cutoff_min", 0))
    if until <= context.now:
        return None
    zone = context.catalogue.location(hold.location_id).time_zone
    words = letter_words(context.locale)
    if until == hold.starts_at:
        return words.cancel_until_start
    told = words.cancel_until
    return told.format(when=context.local_time_text(until, zone))
