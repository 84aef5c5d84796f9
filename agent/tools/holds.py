"""hold_time and release_time: keep one of the offered times for the customer, or let it go."""

from msgspec import Struct, structs

from agent.consent.policy import must_have_been_offered, must_hold_a_time
from agent.events import Happened
from agent.tools.free_times import offers_of
from agent.tools.tool import Outcome, Tool
from agent.turn_context import Talk
from agent.ui_blocks import blocks
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

    `handle` is one of the offers shown in this conversation. A time kept before is let go. If it has just been taken, the answer
    offers others.
    """

    handle: str


class ReleaseTime(Struct, frozen=True):
    """Let go of the time that is being kept, because the customer does not want it any more."""


async def release_time(talk: Talk, _: ReleaseTime) -> Outcome:
    hold_id = must_hold_a_time(talk)
    await talk.visit(lambda desk: desk.release(hold_id))
    talk.notepad.let_go()
    return Outcome({"released": True}, happened=(Happened("hold.released", {}),))


async def hold_time(talk: Talk, ask: HoldTime) -> Outcome:
    offer = must_have_been_offered(talk, ask.handle)
    request = HoldRequest(
        service_id=offer.service_id,
        start=offer.start,
        key=f"{talk.run_id}:{offer.handle}",
        staff_id=offer.staff_id,
        location_id=offer.location_id,
        duration_min=offer.duration_min,
        party_size=offer.party_size,
        replaces_hold_id=talk.notepad.hold_id,
        reschedule_of=talk.notepad.moving,
        quotas=_quotas(talk),
    )
    try:
        hold = await talk.visit(lambda desk: _held(desk, request), proof="offered in this conversation")
    except (SlotTaken, SlotHeld) as refusal:
        return _refused(talk, refusal, ask)
    talk.notepad.let_go()
    talk.notepad.hold_id, talk.notepad.hold_expires_at, talk.notepad.held_offer = (
        hold.id,
        hold.expires_at,
        offer,
    )
    talk.notepad.draft.settled = True
    who = ", ".join(blocks.staff_names(talk.catalogue, hold.resource_ids))
    service = talk.catalogue.service(offer.service_id).name
    data = {
        "held": offer.label,
        "service": service,
        "with": who,
        "needs_contact": talk.notepad.contact is None,
    }
    return Outcome(data, happened=(Happened("hold.created", {"expires_at": hold.expires_at.isoformat()}),))


async def _held(desk: Desk, request: HoldRequest) -> Hold:
    """A turn that was stopped, or died, had no time to note what it kept: that is what this one replaces."""
    try:
        return await desk.hold(request)
    except TooMany:
        unnoted = [hold.id for hold in await desk.live_holds() if hold.id != request.replaces_hold_id]
        if not unnoted:
            raise
        return await desk.hold(structs.replace(request, replaces_hold_id=unnoted[-1]))


def _quotas(talk: Talk) -> tuple[Quota, ...]:
    """One conversation keeps one time at a time; choosing another lets go of the first. One customer keeps two, in all of theirs."""
    contact, address = talk.notepad.contact, talk.address_hash
    return (
        conversation_quota(talk.conversation_id),
        *((address_quota(address),) if address else ()),
        *((network_quota(talk.network_hash),) if talk.network_hash else ()),
        *(contact_quotas(contact, address) if contact else ()),
    )


def _refused(talk: Talk, refusal: Refusal, ask: HoldTime) -> Outcome:
    """The time has gone: what is nearest to it, if anything, as new offers."""
    offer = talk.notepad.offers[ask.handle]
    talk.notepad.begin_list()
    slots = [slot for slot in refusal.alternatives if isinstance(slot, Slot)]
    offers = offers_of(talk, slots, offer)
    data = {
        "refused": refusal.code,
        "detail": refusal.detail,
        "wanted": offer.label,
        "alternatives": [{"handle": other.handle, "starts": other.label} for other in offers],
    }
    shown = (blocks.slot_picker(talk.notepad, talk.catalogue, offers, more=True),) if offers else ()
    return Outcome(data, shown)


RELEASE = Tool("release_time", ReleaseTime, release_time, "Letting it go", writes=True)
TOOL = Tool("hold_time", HoldTime, hold_time, "Keeping that time for you", writes=True)
