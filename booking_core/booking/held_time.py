"""The time of a hold that is about to be used: still live and still the actor's, or given up with other
times to offer."""

from contextlib import suppress
from datetime import timedelta

from booking_core.availability.queries import other_slots_near, read_availability
from booking_core.availability.slots import Question, Slot
from booking_core.context import OperationContext
from booking_core.errors import (
    HoldExpired,
    SlotHeld,
    SlotTaken,
    Unavailable,
)
from booking_core.holds.claim import claim_again
from booking_core.holds.hold import EXPIRED, Hold
from booking_core.live_holds.lifetimes import CONFIRM_NEEDS


async def must_be_live(context: OperationContext, hold: Hold) -> None:
    """The hold stands and its start is still ahead. Raises ``Conflict``, or ``HoldExpired`` with what could
    be had instead."""
    now = context.clock.now()
    if hold.outcome(now) == EXPIRED or hold.starts_at <= now:
        raise await _expiry_refusal(context, hold)
    hold.must_be_live(now)


async def reacquire_hold(context: OperationContext, hold: Hold) -> None:
    """Nobody else has taken hold of the time since; and nobody will, as long as the transaction needs."""
    try:
        outcome = await context.holds.acquire(
            context.organization_id, claim_again(context, hold, CONFIRM_NEEDS)
        )
    except Unavailable:
        return  # Redis is away: PostgreSQL alone decides.
    if outcome.outcome != "ok":
        raise SlotHeld(
            "Somebody else has taken hold of that time meanwhile.",
            alternatives=await _others_near(context, hold),
            retry_after_s=60,
        )


async def _expiry_refusal(context: OperationContext, hold: Hold) -> HoldExpired:
    """The refusal for a hold past its time. If the slot is still free it is the first of the alternatives."""
    if hold.starts_at <= context.clock.now():
        return HoldExpired("That time has already begun.", details={"slot_still_free": False})
    reading = await read_availability(context, question_of_hold(hold), reschedule_of=hold.reschedule_of)
    free = reading.blocks(hold.starts_at) is None
    return HoldExpired(
        "The time was kept for you, but not confirmed soon enough.",
        details={"slot_still_free": free},
        alternatives=reading.slots(1) if free else await _others_near(context, hold),
    )


async def release_now(context: OperationContext, hold: Hold) -> None:
    """A time that PostgreSQL has given to somebody else is nobody's to keep. Best effort: else it runs
    out."""
    with suppress(Unavailable):
        await context.holds.release(context.organization_id, hold.id, hold.owner)


async def give_up_hold(context: OperationContext, hold: Hold, refusal: SlotTaken) -> SlotTaken:
    """The refusal with other times, once the claim on this one has been let go."""
    await release_now(context, hold)
    return SlotTaken(refusal.detail, alternatives=await _others_near(context, hold))


async def _others_near(context: OperationContext, hold: Hold) -> list[Slot]:
    return await other_slots_near(context, question_of_hold(hold), hold.starts_at, hold.reschedule_of)


def question_of_hold(hold: Hold) -> Question:
    """What was asked when the time was held."""
    return Question(
        hold.service_id,
        hold.starts_at,
        hold.starts_at + timedelta(minutes=1),
        location_id=hold.location_id,
        duration_min=hold.duration_min,
        staff_id=hold.staff_id,
        party_size=hold.party_size,
    )
