"""How a time comes to be held: choose fairly, win it in Redis, look at PostgreSQL once more, write down what was offered."""

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import structs
from sqlalchemy import ARRAY, Text, bindparam, select, text
from sqlalchemy.dialects.postgresql import JSONB

from booking_core import rules
from booking_core.availability import Question, Reading
from booking_core.database import statement
from booking_core.errors import (
    Conflict,
    Invalid,
    Refusal,
    SlotHeld,
    TooMany,
    Unavailable,
)
from booking_core.hold_book import Outcome, Room, Wish, group_block
from booking_core.hold_requests import HoldRequest, hold_id_of
from booking_core.holds import BOOK, HELD, HOLD_LASTS, MOST_EXTENSIONS, RESCHEDULE, Hold
from booking_core.occupancy import fairest_first
from booking_core.refused_starts import others_near, refusal_for
from booking_core.wall_clock import day_around

if TYPE_CHECKING:
    from booking_core.desk import Desk


NONE: frozenset[str] = frozenset()
KNOWN = text("SELECT EXISTS (SELECT FROM holds WHERE id = :id)")
WRITE = select(Hold).from_statement(
    statement(Path(__file__).parent / "hold.sql").bindparams(
        bindparam("resource_ids", type_=ARRAY(Text)), bindparam("policy", type_=JSONB)
    )
)


async def standing(desk: "Desk", ask: HoldRequest) -> Hold | None:
    """What an earlier asking with this key won, while it stands. Raises ``Invalid`` where that was for another time."""
    hold_id = hold_id_of(desk, ask.key)
    # Most keys are new: one plain look is a fraction of what loading nothing costs.
    if not await desk.session.scalar(KNOWN, {"id": hold_id}):
        return None
    hold = await desk.session.get(Hold, hold_id, populate_existing=True)
    if hold is None or not hold.stands(desk.clock.now()):
        return None
    if (hold.service_id, hold.starts_at, hold.reschedule_of) != (
        ask.service_id,
        ask.start,
        ask.reschedule_of,
    ):
        raise Invalid("That key was used for another time.", code="idempotency_key_reused")
    return hold


async def own_holds(desk: "Desk", ask: HoldRequest) -> frozenset[str]:
    """What does not stand in the way of this asking. Raises ``NotFound`` where the hold to be replaced is not the actor's own."""
    replaced = (
        {(await desk.find_hold(ask.replaces_hold_id)).id} if ask.replaces_hold_id is not None else set()
    )
    return frozenset({hold_id_of(desk, ask.key), *replaced})


async def bookable(desk: "Desk", ask: HoldRequest, question: Question, own: frozenset[str]) -> Reading:
    """The reading in which the start can be had. Raises what forbids it, with alternatives."""
    if ask.quotas:
        # How much of the day is left decides how much of it one asker may keep.
        question = _of_that_day(desk, question)
    # Which of them is being held the script sees for itself; only of a class its seats have to be known before.
    among = None if desk.catalogue.service(ask.service_id).is_group else NONE
    reading = await desk.reading(question, reschedule_of=ask.reschedule_of, own=own, among=among)
    rule = reading.blocks(ask.start)
    if rule is not None:
        raise refusal_for(rule, await others_near(desk, ask, question))
    return reading


def _of_that_day(desk: "Desk", question: Question) -> Question:
    """About the whole local date of its start, where the appointment would be."""
    where = desk.catalogue.location_for(question.service_id, question.location_id, question.staff_id)
    start, end = day_around(question.start, where.time_zone)
    return structs.replace(question, start=start, end=end)


async def held(desk: "Desk", ask: HoldRequest, reading: Reading) -> Hold:
    """The hold, won and written down."""
    wish = await _wish(desk, ask, reading)
    await desk.pass_guard()
    outcome = await desk.holds.acquire(desk.organization_id, wish)
    if outcome.outcome != "ok":
        raise await _lost(desk, ask, reading, outcome)
    try:
        if reading.service.is_group:
            await _must_have_seats(desk, ask, reading, outcome)
        return await _written(desk, ask, reading, wish, outcome)
    except BaseException:
        with suppress(Unavailable):
            await _given_back(desk, ask, wish)
        raise


async def extended(desk: "Desk", hold: Hold) -> Hold:
    """Counted once a visit, however often the visit is begun again."""
    if hold.extensions > desk.extensions_found.setdefault(hold.id, hold.extensions):
        return hold
    if hold.extensions >= MOST_EXTENSIONS:
        raise Invalid("This time has been kept as long as we may.", code="hold_extension_limit")
    outcome = await desk.holds.acquire(desk.organization_id, wish_again(desk, hold, HOLD_LASTS))
    if outcome.outcome != "ok":
        raise SlotHeld("Somebody else has taken hold of that time meanwhile.")
    hold.extensions += 1
    hold.expires_at = min(outcome.expires_at, hold.max_expires_at)
    return hold


def wish_again(desk: "Desk", hold: Hold, lasts: timedelta) -> Wish:
    """The same claim once more, on exactly the resources it had."""
    service = desk.catalogue.service(hold.service_id)
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


async def _wish(desk: "Desk", ask: HoldRequest, reading: Reading) -> Wish:
    service = reading.service
    before, after = service.claimed(reading.duration)
    hold_id = hold_id_of(desk, ask.key)
    joined = reading.class_at(ask.start)
    block = (
        group_block(service.id, reading.location.id, ask.start, reading.duration)
        if service.is_group
        else hold_id
    )
    return Wish(
        hold_id=hold_id,
        owner=desk.owner,
        block=block,
        start=ask.start - before,
        end=ask.start + after,
        candidates=await _in_fair_order(desk, reading, ask.start),
        capacity=service.capacity,
        seats=ask.party_size,
        lasts=ask.lasts,
        taken=joined.taken if joined else 0,
        seated=tuple(joined.seated) if joined else (),
        quotas=ask.quotas,
        replaces=ask.replaces_hold_id or "",
        room=_room(ask, reading),
    )


async def _in_fair_order(desk: "Desk", reading: Reading, start: datetime) -> tuple[tuple[str, ...], ...]:
    day = day_around(start, reading.location.time_zone)
    return await fairest_first(desk.session, reading.candidates(start), day)


def _room(ask: HoldRequest, reading: Reading) -> Room | None:
    """Half of what is left of each resource that day; the other half stays for people who keep nothing yet."""
    if not ask.quotas:
        return None
    half = {resource_id: minutes // 2 for resource_id, minutes in reading.fillable().items()}
    return Room(reading.question.start, reading.question.end, half)


async def _lost(desk: "Desk", ask: HoldRequest, reading: Reading, outcome: Outcome) -> Refusal:
    if outcome.outcome == "quota":
        wait = max(1, int(outcome.wait / 1000))
        return TooMany(
            "You are already keeping as many times as you may.", code="hold_limit_reached", retry_after_s=wait
        )
    if outcome.outcome == "lost":
        return Conflict("This hold belongs to somebody else.", code="hold_purpose_mismatch")
    return refusal_for(rules.HELD, await others_near(desk, ask, reading.question))


async def _must_have_seats(desk: "Desk", ask: HoldRequest, reading: Reading, outcome: Outcome) -> None:
    """The second look at a class: its seats are counted once more.

    Of holds only those count that were there before ours, so that two who look at once do not turn each other away.
    """
    again = await desk.reading(
        reading.question, reschedule_of=ask.reschedule_of, among=frozenset(outcome.beside)
    )
    still_free = again.starts and {one for kind in again.candidates(ask.start) for one in kind}
    if not still_free or not still_free.issuperset(outcome.resources):
        raise refusal_for(rules.FULLY_BOOKED, await others_near(desk, ask, reading.question))


async def _given_back(desk: "Desk", ask: HoldRequest, wish: Wish) -> None:
    """What was won is let go, and what was let go for it is taken back."""
    await desk.holds.release(desk.organization_id, wish.hold_id, wish.owner)
    replaced = await desk.session.get(Hold, ask.replaces_hold_id) if ask.replaces_hold_id else None
    now = desk.clock.now()
    if replaced is not None and replaced.status == HELD and replaced.expires_at > now:
        await desk.holds.acquire(desk.organization_id, wish_again(desk, replaced, replaced.expires_at - now))


async def _written(desk: "Desk", ask: HoldRequest, reading: Reading, wish: Wish, outcome: Outcome) -> Hold:
    facts = _facts(desk, ask, reading, wish, outcome)
    hold: Hold | None = await desk.session.scalar(WRITE, facts, execution_options={"populate_existing": True})
    # Nothing is written also where somebody asked with the same key at the same moment: they have won it for us.
    hold = hold or await standing(desk, ask)
    if hold is None:
        raise refusal_for(rules.FULLY_BOOKED, await others_near(desk, ask, reading.question))
    return hold


def _facts(desk: "Desk", ask: HoldRequest, reading: Reading, wish: Wish, outcome: Outcome) -> dict[str, Any]:
    """What ``hold.sql`` asks for."""
    service = reading.service
    price = service.money_for(reading.duration)
    return {
        "id": wish.hold_id,
        "organization_id": desk.organization_id,
        "owner": desk.owner,
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
        "now": desk.clock.now(),
        "expires_at": outcome.expires_at,
        "max_expires_at": outcome.max_expires_at,
    }
