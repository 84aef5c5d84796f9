"""How a time comes to be held: choose fairly, win it in Redis, look at PostgreSQL once more, write down what was offered."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from msgspec import structs
from sqlalchemy import ARRAY, Text, bindparam, select, text
from sqlalchemy.dialects.postgresql import JSONB

from booking_core.availability import rules
from booking_core.availability.availability import Reading
from booking_core.availability.occupancy import fairest_first
from booking_core.availability.queries import must_be_offered, question_of_move, read_availability
from booking_core.availability.slots import Question
from booking_core.context import OperationContext
from booking_core.errors import (
    Conflict,
    Invalid,
    Refusal,
    SlotHeld,
    TooMany,
    Unavailable,
)
from booking_core.holds.find import find_hold
from booking_core.holds.hold import BOOK, HELD, RESCHEDULE, Hold
from booking_core.holds.move_rules import must_fit_the_move
from booking_core.holds.refusal import others_near, refusal_for
from booking_core.holds.request import HoldRequest, hold_id_of
from booking_core.live_holds.hold_book import Outcome, Room, Wish, group_block
from booking_core.live_holds.lifetimes import HOLD_LASTS, MOST_EXTENSIONS
from booking_core.storage.database import statement
from booking_core.time.wall_clock import day_around

NONE: frozenset[str] = frozenset()
KNOWN = text("SELECT EXISTS (SELECT FROM holds WHERE id = :id)")
WRITE = select(Hold).from_statement(
    statement(Path(__file__).parent / "hold.sql").bindparams(
        bindparam("resource_ids", type_=ARRAY(Text)), bindparam("policy", type_=JSONB)
    )
)


async def acquire_hold(context: OperationContext, ask: HoldRequest) -> Hold:
    """Keep a time for minutes. Raises ``Invalid`` where a rule forbids it, ``SlotTaken`` or ``SlotHeld`` with alternatives,
    ``TooMany`` over a quota, ``Unavailable`` without Redis. Repeating it gives the same hold while that stands."""
    ask = structs.replace(ask, start=ask.start.astimezone(UTC))
    if (known := await standing(context, ask)) is not None:
        return known
    await must_fit_the_move(context, ask)
    question = await question_of_move(context, ask.question, ask.reschedule_of)
    own = await own_holds(context, ask)
    must_be_offered(context, question, ask.reschedule_of)
    return await held(context, ask, await bookable(context, ask, question, own))


async def standing(context: OperationContext, ask: HoldRequest) -> Hold | None:
    """What an earlier asking with this key won, while it stands. Raises ``Invalid`` where that was for another time."""
    hold_id = hold_id_of(context, ask.key)
    # Most keys are new: one plain look is a fraction of what loading nothing costs.
    if not await context.session.scalar(KNOWN, {"id": hold_id}):
        return None
    hold = await context.session.get(Hold, hold_id, populate_existing=True)
    if hold is None or not hold.stands(context.clock.now()):
        return None
    if (hold.service_id, hold.starts_at, hold.reschedule_of) != (
        ask.service_id,
        ask.start,
        ask.reschedule_of,
    ):
        raise Invalid("That key was used for another time.", code="idempotency_key_reused")
    return hold


async def own_holds(context: OperationContext, ask: HoldRequest) -> frozenset[str]:
    """What does not stand in the way of this asking. Raises ``NotFound`` where the hold to be replaced is not the actor's own."""
    replaced = (
        {(await find_hold(context, ask.replaces_hold_id)).id} if ask.replaces_hold_id is not None else set()
    )
    return frozenset({hold_id_of(context, ask.key), *replaced})


async def bookable(
    context: OperationContext, ask: HoldRequest, question: Question, own: frozenset[str]
) -> Reading:
    """The reading in which the start can be had. Raises what forbids it, with alternatives."""
    if ask.quotas:
        # How much of the day is left decides how much of it one asker may keep.
        question = _of_that_day(context, question)
    # Which of them is being held the script sees for itself; only of a class its seats have to be known before.
    among = None if context.catalogue.service(ask.service_id).is_group else NONE
    reading = await read_availability(
        context, question, reschedule_of=ask.reschedule_of, own=own, among=among
    )
    rule = reading.blocks(ask.start)
    if rule is not None:
        raise refusal_for(rule, await others_near(context, ask, question))
    return reading


def _of_that_day(context: OperationContext, question: Question) -> Question:
    """About the whole local date of its start, where the appointment would be."""
    where = context.catalogue.location_for(question.service_id, question.location_id, question.staff_id)
    start, end = day_around(question.start, where.time_zone)
    return structs.replace(question, start=start, end=end)


async def held(context: OperationContext, ask: HoldRequest, reading: Reading) -> Hold:
    """The hold, won and written down."""
    wish = await _wish(context, ask, reading)
    await context.pass_guard()
    outcome = await context.holds.acquire(context.organization_id, wish)
    if outcome.outcome != "ok":
        raise await _lost(context, ask, reading, outcome)
    try:
        if reading.service.is_group:
            await _must_have_seats(context, ask, reading, outcome)
        return await _written(context, ask, reading, wish, outcome)
    except BaseException:
        with suppress(Unavailable):
            await _given_back(context, ask, wish)
        raise


async def extended(context: OperationContext, hold: Hold) -> Hold:
    """Counted once a transaction, however often it is begun again."""
    if hold.extensions > context.extensions_found.setdefault(hold.id, hold.extensions):
        return hold
    if hold.extensions >= MOST_EXTENSIONS:
        raise Invalid("This time has been kept as long as we may.", code="hold_extension_limit")
    outcome = await context.holds.acquire(context.organization_id, wish_again(context, hold, HOLD_LASTS))
    if outcome.outcome != "ok":
        raise SlotHeld("Somebody else has taken hold of that time meanwhile.")
    hold.extensions += 1
    hold.expires_at = min(outcome.expires_at, hold.max_expires_at)
    return hold


def wish_again(context: OperationContext, hold: Hold, lasts: timedelta) -> Wish:
    """The same claim once more, on exactly the resources it had."""
    service = context.catalogue.service(hold.service_id)
    duration = (hold.ends_at - hold.starts_at) // timedelta(minutes=1)
    block = (
        group_block(service.id, hold.location_id, hold.starts_at, duration) if service.is_group else hold.id
    )
    return Wish(
        hold_id=hold.id,
        owner=hold.owner,
        block=block,
        start=hold.claims_from,
        end=hold.claims_to,
        candidates=tuple((resource_id,) for resource_id in hold.resource_ids),
        capacity=service.capacity,
        seats=hold.party_size,
        lasts=lasts,
    )


async def _wish(context: OperationContext, ask: HoldRequest, reading: Reading) -> Wish:
    service = reading.service
    before, after = service.claimed(reading.duration)
    hold_id = hold_id_of(context, ask.key)
    joined = reading.class_at(ask.start)
    block = (
        group_block(service.id, reading.location.id, ask.start, reading.duration)
        if service.is_group
        else hold_id
    )
    return Wish(
        hold_id=hold_id,
        owner=context.owner,
        block=block,
        start=ask.start - before,
        end=ask.start + after,
        candidates=await _in_fair_order(context, reading, ask.start),
        capacity=service.capacity,
        seats=ask.party_size,
        lasts=ask.lasts,
        taken=joined.taken if joined else 0,
        seated=tuple(joined.seated) if joined else (),
        quotas=ask.quotas,
        replaces=ask.replaces_hold_id or "",
        room=_room(ask, reading),
    )


async def _in_fair_order(
    context: OperationContext, reading: Reading, start: datetime
) -> tuple[tuple[str, ...], ...]:
    day = day_around(start, reading.location.time_zone)
    return await fairest_first(context.session, reading.candidates(start), day)


def _room(ask: HoldRequest, reading: Reading) -> Room | None:
    """Half of what is left of each resource that day; the other half stays for people who keep nothing yet."""
    if not ask.quotas:
        return None
    half = {resource_id: minutes // 2 for resource_id, minutes in reading.fillable().items()}
    return Room(reading.question.start, reading.question.end, half)


async def _lost(context: OperationContext, ask: HoldRequest, reading: Reading, outcome: Outcome) -> Refusal:
    if outcome.outcome == "quota":
        wait = max(1, int(outcome.wait / 1000))
        return TooMany(
            "You are already keeping as many times as you may.", code="hold_limit_reached", retry_after_s=wait
        )
    if outcome.outcome == "lost":
        return Conflict("This hold belongs to somebody else.", code="hold_purpose_mismatch")
    return refusal_for(rules.HELD, await others_near(context, ask, reading.question))


async def _must_have_seats(
    context: OperationContext, ask: HoldRequest, reading: Reading, outcome: Outcome
) -> None:
    """The second look at a class: its seats are counted once more.

    Of holds only those count that were there before ours, so that two who look at once do not turn each other away.
    """
    again = await read_availability(
        context, reading.question, reschedule_of=ask.reschedule_of, among=frozenset(outcome.beside)
    )
    still_free = again.starts and {one for kind in again.candidates(ask.start) for one in kind}
    if not still_free or not still_free.issuperset(outcome.resources):
        raise refusal_for(rules.FULLY_BOOKED, await others_near(context, ask, reading.question))


async def _given_back(context: OperationContext, ask: HoldRequest, wish: Wish) -> None:
    """What was won is let go, and what was let go for it is taken back."""
    await context.holds.release(context.organization_id, wish.hold_id, wish.owner)
    replaced = await context.session.get(Hold, ask.replaces_hold_id) if ask.replaces_hold_id else None
    now = context.clock.now()
    if replaced is not None and replaced.status == HELD and replaced.expires_at > now:
        await context.holds.acquire(
            context.organization_id, wish_again(context, replaced, replaced.expires_at - now)
        )


async def _written(
    context: OperationContext, ask: HoldRequest, reading: Reading, wish: Wish, outcome: Outcome
) -> Hold:
    facts = _facts(context, ask, reading, wish, outcome)
    hold: Hold | None = await context.session.scalar(
        WRITE, facts, execution_options={"populate_existing": True}
    )
    # Nothing is written also where somebody asked with the same key at the same moment: they have won it for us.
    hold = hold or await standing(context, ask)
    if hold is None:
        raise refusal_for(rules.FULLY_BOOKED, await others_near(context, ask, reading.question))
    return hold


def _facts(
    context: OperationContext, ask: HoldRequest, reading: Reading, wish: Wish, outcome: Outcome
) -> dict[str, Any]:
    """What ``hold.sql`` asks for."""
    service = reading.service
    price = service.money_for(reading.duration)
    return {
        "id": wish.hold_id,
        "organization_id": context.organization_id,
        "owner": context.owner,
        "purpose": RESCHEDULE if ask.reschedule_of else BOOK,
        "reschedule_of": ask.reschedule_of,
        "replaces": ask.replaces_hold_id,
        "leaving": reading.busy.leaving,
        "is_group": service.is_group,
        "service_id": service.id,
        "location_id": reading.location.id,
        "resource_ids": list(outcome.resources),
        "staff_id": ask.staff_id,
        "starts_at": ask.start,
        "ends_at": ask.start + timedelta(minutes=reading.duration),
        "claims_from": wish.start,
        "claims_to": wish.end,
        "party_size": ask.party_size,
        "price": price and price.amount,
        "currency": service.currency,
        "policy": service.policy(),
        "now": context.clock.now(),
        "expires_at": outcome.expires_at,
        "max_expires_at": outcome.max_expires_at,
    }
