"""What a hold asks of Redis: which resources, fairest first, for how long, and how much of a day one asker
may keep."""

from datetime import datetime, timedelta

from booking_core.availability.availability import AvailabilityResult
from booking_core.availability.occupancy.fairness import fairest_first
from booking_core.context import OperationContext
from booking_core.holds.hold import Hold
from booking_core.holds.request import HoldRequest, hold_id_of
from booking_core.live_holds.hold_book import AcquireRequest, DayLimit, group_block
from booking_core.time.wall_clock import day_around


def claim_again(context: OperationContext, hold: Hold, lasts: timedelta) -> AcquireRequest:
    """The same claim once more, on exactly the resources it had."""
    service = context.catalogue.service(hold.service_id)
    block = (
        group_block(service.id, hold.location_id, hold.starts_at, hold.duration_min)
        if service.is_group
        else hold.id
    )
    return AcquireRequest(
        hold_id=hold.id,
        owner=hold.owner,
        block=block,
        start=hold.claims_from,
        end=hold.claims_to,
        candidates=tuple((resource_id,) for resource_id in hold.resource_ids),
        location_id=hold.location_id,
        margins=context.catalogue.margins(hold.resource_ids, hold.location_id),
        capacity=service.capacity,
        seats=hold.party_size,
        lasts=lasts,
    )


async def claim_of_request(
    context: OperationContext, request: HoldRequest, result: AvailabilityResult
) -> AcquireRequest:
    """What a new hold asks of Redis, in the order in which its resources should be taken."""
    service = result.service
    before, after = service.claim_offsets(result.duration)
    hold_id = hold_id_of(context, request.key)
    joined = result.class_at(request.start)
    place, candidates = result.location.id, await _in_fair_order(context, result, request.start)
    block = group_block(service.id, place, request.start, result.duration) if service.is_group else hold_id
    return AcquireRequest(
        hold_id=hold_id,
        owner=context.owner,
        block=block,
        start=request.start - before,
        end=request.start + after,
        candidates=candidates,
        location_id=place,
        margins=context.catalogue.margins((one for kind in candidates for one in kind), place),
        capacity=service.capacity,
        seats=request.party_size,
        lasts=request.lasts,
        taken=joined.taken if joined else 0,
        seated=tuple(joined.seated) if joined else (),
        quotas=request.quotas,
        replaces=request.replaces_hold_id or "",
        day_limit=_day_limit(request, result),
    )


async def _in_fair_order(
    context: OperationContext, result: AvailabilityResult, start: datetime
) -> tuple[tuple[str, ...], ...]:
    day = day_around(start, result.location.time_zone)
    return await fairest_first(context.session, result.candidates(start), day)


def _day_limit(request: HoldRequest, result: AvailabilityResult) -> DayLimit | None:
    """Half of what is left of each resource that day; the other half stays for people who keep nothing
    yet."""
    if not request.leaves_half_a_day:
        return None
    half = {resource_id: minutes // 2 for resource_id, minutes in result.fillable().items()}
    return DayLimit(result.question.start, result.question.end, half)
