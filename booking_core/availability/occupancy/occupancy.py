"""Occupancy: what is taken and what is being held, read from PostgreSQL and Redis for one question."""

from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress

from sqlalchemy import ARRAY, Text, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.availability.occupancy.busy import Busy, Span
from booking_core.availability.occupancy.classes import class_blocks
from booking_core.availability.occupancy.query import OccupancyQuery
from booking_core.errors import Unavailable
from booking_core.live_holds.hold_book import HoldBook, LiveHold
from booking_core.time.timeline import epoch_minute

# Said once: a statement that is put together anew each time is compiled anew each time.
RESOURCES = bindparam("resources", type_=ARRAY(Text))
# Whole minutes since 1970, one row for each resource; LATERAL, so that each is looked up by its index however
# many claims there are. By calendars elsewhere somebody is as busy as by an appointment, for as long as what
# is known of them counts.
CLAIMS = text(
    """
    SELECT asked.id, taken.starts, taken.ends
    FROM unnest(:resources) AS asked (id)
    CROSS JOIN LATERAL (
        SELECT
            array_agg(floor(date_part('epoch', lower(during)) / 60)::int) AS starts,
            array_agg(ceil(date_part('epoch', upper(during)) / 60)::int) AS ends
        FROM (
            SELECT claims.during FROM claims
            WHERE claims.resource_id = asked.id AND claims.during && tstzrange(:start, :end, '[)')
              AND claims.block_id IS DISTINCT FROM CAST(:ignoring AS text)
            UNION ALL
            SELECT busy_times.during
            FROM busy_times
            JOIN working_calendars AS calendar ON calendar.id = busy_times.calendar_id
            WHERE busy_times.resource_id = asked.id AND busy_times.during && tstzrange(:start, :end, '[)')
              AND calendar.blocks_until > :now
        ) AS both_of_them
    ) AS taken
    WHERE taken.starts IS NOT NULL
    """
).bindparams(RESOURCES)
# Of those who work at several places: what stands at another place than this one.
ELSEWHERE = text(
    """
    SELECT
        whereabouts.resource_id, whereabouts.location_id,
        floor(date_part('epoch', lower(whereabouts.during)) / 60)::int AS starts,
        ceil(date_part('epoch', upper(whereabouts.during)) / 60)::int AS ends
    FROM whereabouts JOIN claims ON claims.id = whereabouts.claim_id
    WHERE whereabouts.resource_id = ANY (:resources) AND whereabouts.presence = 1
      AND whereabouts.location_id <> :location
      AND whereabouts.during && tstzrange(:start, :end, '[)')
      AND claims.block_id IS DISTINCT FROM CAST(:ignoring AS text)
    """
).bindparams(RESOURCES)


async def occupancy(session: AsyncSession, holds: HoldBook, query: OccupancyQuery) -> Busy:
    """What is busy. Without Redis nothing counts as held: lists stay up, and holding itself will refuse."""
    claims = await claims_of(session, query)
    others: list[LiveHold] = []
    if not query.is_of_claims_only:
        with suppress(Unavailable):
            live = await holds.live(query.organization_id, query.resource_ids, query.reach, query.margins)
            others = [hold for hold in live if query.counts(hold)]
    classes = await class_blocks(session, query, others) if query.service.is_group else ()
    return Busy(claims, _by_resource(query, others), classes, query.ignoring)


async def claims_of(session: AsyncSession, query: OccupancyQuery) -> dict[str, list[Span]]:
    """The claims of appointments on these resources, buffers included, and what calendars elsewhere say; of
    claims at other places with the ways there and back."""
    rows = await session.execute(
        CLAIMS,
        {
            "resources": list(query.resource_ids),
            "start": query.start,
            "end": query.end,
            "ignoring": query.ignoring,
            "now": query.now,
        },
    )
    claims = {resource_id: list(zip(starts, ends, strict=True)) for resource_id, starts, ends in rows}
    if query.margins:
        await _add_claims_elsewhere(session, query, claims)
    return claims


async def _add_claims_elsewhere(
    session: AsyncSession, query: OccupancyQuery, claims: dict[str, list[Span]]
) -> None:
    start, end = query.reach
    whose = {"resources": list(query.margins), "location": query.location_id}
    rows = await session.execute(ELSEWHERE, {**whose, "start": start, "end": end, "ignoring": query.ignoring})
    for resource_id, place, starts, ends in rows:
        span = query.keeps_away(resource_id, place, (starts, ends))
        claims.setdefault(resource_id, []).append(span or (starts, ends))


def _by_resource(query: OccupancyQuery, live: Sequence[LiveHold]) -> dict[str, list[Span]]:
    held: dict[str, list[Span]] = defaultdict(list)
    for hold in live:
        span = (epoch_minute(hold.start), epoch_minute(hold.end))
        held[hold.resource_id].append(query.keeps_away(hold.resource_id, hold.location_id, span) or span)
    return held
