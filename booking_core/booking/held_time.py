"""The time of a hold that is about to be used: still live and still the actor's, or given up with other
times to offer."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

from sqlalchemy import Row
from sqlalchemy.exc import IntegrityError

from booking_core.availability.queries import other_slots_near, read_availability
from booking_core.availability.rules import ORDER
from booking_core.availability.slots import Question, Slot
from booking_core.availability.standing import broken_rules
from booking_core.catalogue.catalogue_cache import read_catalogue
from booking_core.context import OperationContext
from booking_core.errors import (
    HoldExpired,
    SlotHeld,
    SlotTaken,
    Unavailable,
)
from booking_core.holds.claim import claim_again
from booking_core.holds.hold import EXPIRED, Hold
from booking_core.holds.refusal import refusal_for
from booking_core.live_holds.lifetimes import CONFIRM_NEEDS

# Programs note things in an organization beside its owners, and without their lock: more than two such notes
# within one booking are somebody's mistake.
CATALOGUE_TRIES = 3


async def must_be_live(context: OperationContext, hold: Hold) -> None:
    """The hold stands and its start is still ahead. Raises ``Conflict``, or ``HoldExpired`` with what could
    be had instead."""
    now = context.clock.now()
    if hold.outcome(now) == EXPIRED or hold.starts_at <= now:
        raise await _expiry_refusal(context, hold)
    hold.must_be_live(now)


async def reacquire_hold(context: OperationContext, hold: Hold) -> None:
    """Nobody else has taken hold of the time since; and nobody will, as long as the transaction needs. Raises
    ``SlotHeld`` with other times where somebody has."""
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


async def must_still_be_given(context: OperationContext, hold: Hold) -> None:
    """Hours and people may have changed since the time was held. Raises why it cannot be had any more, with
    other times; the hold is let go."""
    if hold.revision == context.catalogue.organization.revision:
        return
    broken = {rule for rule, _ in broken_rules(context.catalogue, hold)}
    if rule := next((one for one in ORDER if one in broken), None):
        await release_now(context, hold)
        raise refusal_for(rule, await _others_near(context, hold))


async def _catch_up(context: OperationContext, hold: Hold) -> None:
    """The catalogue has changed since this transaction read it. Raises what ``must_still_be_given`` does."""
    now = context.clock.now()
    context.catalogue = await read_catalogue(context.session, context.organization_id, now)
    await must_still_be_given(context, hold)


async def write_by_newest_catalogue(
    context: OperationContext, hold: Hold, write: Callable[[dict[str, Any]], Awaitable[Row[Any]]]
) -> Row[Any]:
    """What ``write`` answers: ``confirm.sql`` or ``move.sql``, given what these ask of the catalogue. By one
    that has changed they write nothing, and are asked again by the newest; no owner changes that again before
    the commit, since the lock is shared with bookings only. Raises ``SlotTaken`` where PostgreSQL has given
    the time to somebody else. Raises ``SlotHeld`` where the catalogue changes too often."""
    for _ in range(CATALOGUE_TRIES):
        try:
            row = await write(_catalogue_values(context, hold))
        except IntegrityError as error:
            await release_now(context, hold)
            raise SlotTaken("That time has just been taken.") from error
        if row.newest == context.catalogue.organization.revision:
            return row
        await _catch_up(context, hold)
    raise SlotHeld("That time is in great demand just now.", retry_after_s=2)


def _catalogue_values(context: OperationContext, hold: Hold) -> dict[str, Any]:
    return {
        "organization": context.organization_id,
        "revision": context.catalogue.organization.revision,
        "capacity": context.catalogue.service(hold.service_id).capacity,
        "now": context.clock.now(),
    }


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
