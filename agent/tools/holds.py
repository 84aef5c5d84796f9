"""hold_time and release_time: keep one of the offered times for the customer, or let it go."""

from msgspec import Struct, structs

from agent.consent.policy import must_be_current_offer, must_hold_a_time
from agent.conversation.choices import Offer
from agent.events import PageEvent
from agent.tools.free_times import offer_alternatives
from agent.tools.tool import Tool, ToolOutcome
from agent.turn_context import TurnContext
from agent.ui_blocks import blocks, booking_blocks
from booking_core.availability.slots import Slot
from booking_core.desk import Desk
from booking_core.errors import Refusal, SlotHeld, SlotTaken, TooMany
from booking_core.holds.hold import Hold
from booking_core.holds.request import HoldRequest
from booking_core.live_holds.quotas import (
    Quota,
    address_quota,
    contact_quotas,
    conversation_quota,
    network_quota,
)


class HoldTime(Struct, frozen=True):
    """Keep an offered time for ten minutes while the customer decides.

    `handle` is one of the offers shown in this conversation. A time kept before is let go. If it has just
    been taken, the answer offers others.
    """

    handle: str


class ReleaseTime(Struct, frozen=True):
    """Let go of the time that is being kept, because the customer does not want it any more."""


async def release_time(context: TurnContext, _: ReleaseTime) -> ToolOutcome:
    hold_id = must_hold_a_time(context)
    await context.transaction(lambda desk: desk.release(hold_id))
    context.state.clear_hold()
    return ToolOutcome({"released": True}, happened=(PageEvent("hold.released", {}),))


async def hold_time(context: TurnContext, ask: HoldTime) -> ToolOutcome:
    offer = must_be_current_offer(context, ask.handle)
    request = _hold_request(context, offer)
    try:
        hold = await context.transaction(
            lambda desk: _hold(desk, request), proof="offered in this conversation"
        )
    except (SlotTaken, SlotHeld) as refusal:
        return _offer_alternatives(context, refusal, ask)
    context.state.clear_hold()
    context.state.hold_id, context.state.hold_expires_at = hold.id, hold.expires_at
    context.state.held_offer = offer
    context.state.draft.settled = True
    who = ", ".join(booking_blocks.staff_names(context.catalogue, hold.resource_ids))
    service = context.catalogue.service(offer.service_id).name
    data = {
        "held": offer.label,
        "service": service,
        "with": who,
        "needs_contact": context.state.contact is None,
    }
    return ToolOutcome(
        data, happened=(PageEvent("hold.created", {"expires_at": hold.expires_at.isoformat()}),)
    )


def _hold_request(context: TurnContext, offer: Offer) -> HoldRequest:
    return HoldRequest(
        service_id=offer.service_id,
        start=offer.start,
        key=f"{context.run_id}:{offer.handle}",
        staff_id=offer.staff_id,
        location_id=offer.location_id,
        duration_min=offer.duration_min,
        party_size=offer.party_size,
        replaces_hold_id=context.state.hold_id,
        reschedule_of=context.state.moving,
        quotas=_quotas(context),
    )


async def _hold(desk: Desk, request: HoldRequest) -> Hold:
    """A turn that was stopped, or died, had no time to note what it kept: that is what this one replaces."""
    try:
        return await desk.hold(request)
    except TooMany:
        unnoted = [hold.id for hold in await desk.live_holds() if hold.id != request.replaces_hold_id]
        if not unnoted:
            raise
        return await desk.hold(structs.replace(request, replaces_hold_id=unnoted[-1]))


def _quotas(context: TurnContext) -> tuple[Quota, ...]:
    """One conversation keeps one time at a time; choosing another lets go of the first. One customer keeps
    two, in all of theirs."""
    contact, address = context.state.contact, context.address_hash
    return (
        conversation_quota(context.conversation_id),
        *((address_quota(address),) if address else ()),
        *((network_quota(context.network_hash),) if context.network_hash else ()),
        *(contact_quotas(contact, address) if contact else ()),
    )


def _offer_alternatives(context: TurnContext, refusal: Refusal, ask: HoldTime) -> ToolOutcome:
    """The time has gone: what is nearest to it, if anything, as new offers."""
    offer = context.state.offers[ask.handle]
    context.state.begin_list()
    slots = [slot for slot in refusal.alternatives if isinstance(slot, Slot)]
    offers = offer_alternatives(context, slots, offer)
    data = {
        "refused": refusal.code,
        "detail": refusal.detail,
        "wanted": offer.label,
        "alternatives": [{"handle": other.handle, "starts": other.label} for other in offers],
    }
    shown = (blocks.slot_picker(context.state, context.catalogue, offers, more=True),) if offers else ()
    return ToolOutcome(data, shown)


RELEASE = Tool("release_time", ReleaseTime, release_time, "Letting it go", writes=True)
TOOL = Tool("hold_time", HoldTime, hold_time, "Keeping that time for you", writes=True)
