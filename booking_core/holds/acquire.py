"""How a time comes to be held: choose fairly, win it in Redis, look at PostgreSQL once more, write down what
was offered."""

from contextlib import suppress
from datetime import UTC

from msgspec import structs

from booking_core.availability import rules
from booking_core.availability.availability import AvailabilityResult
from booking_core.availability.queries import must_be_offered, question_of_move, read_availability
from booking_core.availability.slots import Question
from booking_core.context import OperationContext
from booking_core.errors import (
    Conflict,
    Refusal,
    TooMany,
    Unavailable,
)
from booking_core.holds.claim import claim_again, claim_of_request
from booking_core.holds.find import find_hold
from booking_core.holds.hold import HELD, Hold
from booking_core.holds.hold_row import find_standing_hold, write_row
from booking_core.holds.move_rules import must_fit_the_move
from booking_core.holds.refusal import others_near, refusal_for
from booking_core.holds.request import HoldRequest, hold_id_of
from booking_core.live_holds.hold_book import AcquireRequest, AcquireResult
from booking_core.time.wall_clock import day_around

NONE: frozenset[str] = frozenset()


async def acquire_hold(context: OperationContext, request: HoldRequest) -> Hold:
    """Keep a time for minutes. Raises ``Invalid`` where a rule forbids it, ``SlotTaken`` or ``SlotHeld`` with
    alternatives, ``TooMany`` over a quota, ``Unavailable`` without Redis. Repeating it gives the same hold
    while that stands."""
    request = structs.replace(request, start=request.start.astimezone(UTC))
    if (known := await find_standing_hold(context, request)) is not None:
        return known
    await must_fit_the_move(context, request)
    question = await question_of_move(context, request.question, request.reschedule_of)
    own = await own_holds(context, request)
    must_be_offered(context, question, request.reschedule_of)
    return await win_hold(context, request, await check_bookable(context, request, question, own))


async def own_holds(context: OperationContext, request: HoldRequest) -> frozenset[str]:
    """What does not stand in the way of this asking. Raises ``NotFound`` where the hold to be replaced is not
    the actor's own."""
    replaced = (
        {(await find_hold(context, request.replaces_hold_id)).id}
        if request.replaces_hold_id is not None
        else set()
    )
    return frozenset({hold_id_of(context, request.key), *replaced})


async def check_bookable(
    context: OperationContext, request: HoldRequest, question: Question, own: frozenset[str]
) -> AvailabilityResult:
    """The result in which the start can be had. Raises what forbids it, with alternatives."""
    if request.leaves_half_a_day:
        # How much of the day is left decides how much of it one asker may keep.
        question = _of_that_day(context, question)
    # Which of them is being held the script sees for itself; only of a class its seats have to be known
    # before.
    among = None if context.catalogue.service(request.service_id).is_group else NONE
    result = await read_availability(
        context, question, reschedule_of=request.reschedule_of, own=own, among=among
    )
    rule = result.blocks(request.start)
    if rule is not None:
        raise refusal_for(rule, await others_near(context, request, question))
    return result


def _of_that_day(context: OperationContext, question: Question) -> Question:
    """About the whole local date of its start, where the appointment would be."""
    where = context.catalogue.location_for(question.service_id, question.location_id, question.staff_id)
    start, end = day_around(question.start, where.time_zone)
    return structs.replace(question, start=start, end=end)


async def win_hold(context: OperationContext, request: HoldRequest, result: AvailabilityResult) -> Hold:
    """The hold, won and written down."""
    claim = await claim_of_request(context, request, result)
    await context.pass_guard()
    outcome = await context.holds.acquire(context.organization_id, claim)
    if outcome.outcome != "ok":
        raise await _refusal_of(context, request, result, outcome)
    try:
        if result.service.is_group:
            await _must_have_seats(context, request, result, outcome)
        return await write_row(context, request, result, claim, outcome)
    except BaseException:
        with suppress(Unavailable):
            await _give_back(context, request, claim)
        raise


async def _refusal_of(
    context: OperationContext, request: HoldRequest, result: AvailabilityResult, outcome: AcquireResult
) -> Refusal:
    if outcome.outcome == "quota":
        wait = max(1, int(outcome.wait / 1000))
        return TooMany(
            "You are already keeping as many times as you may.", code="hold_limit_reached", retry_after_s=wait
        )
    if outcome.outcome == "lost":
        return Conflict("This hold belongs to somebody else.", code="hold_purpose_mismatch")
    return refusal_for(rules.HELD, await others_near(context, request, result.question))


async def _must_have_seats(
    context: OperationContext, request: HoldRequest, result: AvailabilityResult, outcome: AcquireResult
) -> None:
    """The second look at a class: its seats are counted once more.

    Of holds only those count that were there before ours, so that two who look at once do not turn each other
    away.
    """
    again = await read_availability(
        context, result.question, reschedule_of=request.reschedule_of, among=frozenset(outcome.beside)
    )
    still_free = again.starts and {one for kind in again.candidates(request.start) for one in kind}
    if not still_free or not still_free.issuperset(outcome.resources):
        raise refusal_for(rules.FULLY_BOOKED, await others_near(context, request, result.question))


async def _give_back(context: OperationContext, request: HoldRequest, claim: AcquireRequest) -> None:
    """What was won is let go, and what was let go for it is taken back."""
    await context.holds.release(context.organization_id, claim.hold_id, claim.owner)
    replaced = await context.session.get(Hold, request.replaces_hold_id) if request.replaces_hold_id else None
    now = context.clock.now()
    if replaced is not None and replaced.status == HELD and replaced.expires_at > now:
        await context.holds.acquire(
            context.organization_id, claim_again(context, replaced, replaced.expires_at - now)
        )
