"""Occupancy: what is taken and what is being held, read from PostgreSQL and Redis for one question."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import ARRAY, Text, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.availability.busy import Busy, ClassBlock, Span
from booking_core.catalogue.services import Service
from booking_core.catalogue.workplaces import Margin, furthest
from booking_core.errors import Unavailable
from booking_core.live_holds.hold_book import HoldBook, LiveHold, group_block
from booking_core.time.timeline import epoch_minute, minutes_between

# Said once: a statement that is put together anew each time is compiled anew each time.
RESOURCES = bindparam("resources", type_=ARRAY(Text))
# Whole minutes since 1970, one row for each resource; LATERAL, so that each is looked up by its index however
# many claims there are.
CLAIMS = text(
    """
    SELECT asked.id, taken.starts, taken.ends
    FROM unnest(:resources) AS asked (id)
    CROSS JOIN LATERAL (
        SELECT
            array_agg(floor(date_part('epoch', lower(claims.during)) / 60)::int) AS starts,
            array_agg(ceil(date_part('epoch', upper(claims.during)) / 60)::int) AS ends
        FROM claims
        WHERE claims.resource_id = asked.id AND claims.during && tstzrange(:start, :end, '[)')
          AND claims.block_id IS DISTINCT FROM CAST(:ignoring AS text)
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
CLASSES = text(
    """
    SELECT blocks.id, blocks.starts_at, blocks.ends_at, blocks.capacity,
           (SELECT array_agg(resource_id) FROM claims WHERE claims.block_id = blocks.id) AS resource_ids,
           (SELECT count(*) FROM seats WHERE seats.block_id = blocks.id) AS taken,
           (SELECT array_agg(hold_id) FROM appointments WHERE appointments.block_id = blocks.id) AS hold_ids
    FROM time_blocks AS blocks
    WHERE blocks.service_id = :service AND blocks.location_id = :location
      AND blocks.starts_at >= :start AND blocks.starts_at < :end
      AND blocks.id IS DISTINCT FROM CAST(:ignoring AS text)
    """
)
# Fair: who has least to do that day, then who was given something longest ago.
LOAD = text(
    """
    SELECT asked.id,
           (
               SELECT count(*) FROM claims
               WHERE claims.resource_id = asked.id AND claims.during && tstzrange(:start, :end, '[)')
           ),
           (SELECT coalesce(max(claims.id), 0) FROM claims WHERE claims.resource_id = asked.id)
    FROM unnest(:resources) AS asked (id)
    """
).bindparams(RESOURCES)

# The name of a class and the resources it is held on.
HeldClass = tuple[str, frozenset[str]]


class OccupancyQuery(Struct, frozen=True):
    """Whose occupancy, from when until when.

    ``margins`` are the ways between this place and each other of those who travel (``Workplaces.margins``).
    ``ignoring`` is a block that is about to be left, ``ignoring_holds`` one's own; ``among`` are all the
    holds that count, if given.
    """

    organization_id: str
    service: Service
    location_id: str
    resource_ids: tuple[str, ...]
    start: datetime
    end: datetime
    margins: Mapping[str, Mapping[str, Margin]] = {}
    ignoring: str | None = None
    ignoring_holds: frozenset[str] = frozenset()
    among: frozenset[str] | None = None

    @property
    def reach(self) -> tuple[datetime, datetime]:
        """From when until when something at another place may matter."""
        way = timedelta(minutes=furthest(self.margins))
        return self.start - way, self.end + way

    def keeps_away(self, resource_id: str, location_id: str, span: Span) -> Span | None:
        """For how long something at a place keeps somebody from being here, ways included; None where it is
        here, or they do not travel."""
        margin = self.margins.get(resource_id, {}).get(location_id)
        return None if margin is None else (span[0] - margin[0], span[1] + margin[1])

    @property
    def is_of_claims_only(self) -> bool:
        """Whether no hold counts, so that Redis need not be asked."""
        return self.among is not None and not self.among

    def counts(self, hold: LiveHold) -> bool:
        """Whether this hold is in the way."""
        return hold.hold_id not in self.ignoring_holds and (self.among is None or hold.hold_id in self.among)


async def occupancy(session: AsyncSession, holds: HoldBook, query: OccupancyQuery) -> Busy:
    """What is busy. Without Redis nothing counts as held: lists stay up, and holding itself will refuse."""
    claims = await claims_of(session, query)
    others: list[LiveHold] = []
    if not query.is_of_claims_only:
        with suppress(Unavailable):
            live = await holds.live(query.organization_id, query.resource_ids, query.reach, query.margins)
            others = [hold for hold in live if query.counts(hold)]
    classes = await _classes(session, query, others) if query.service.is_group else ()
    return Busy(claims, _by_resource(query, others), classes, query.ignoring)


async def claims_of(session: AsyncSession, query: OccupancyQuery) -> dict[str, list[Span]]:
    """The claims of appointments on these resources, buffers included; of those at other places with the ways
    there and back."""
    rows = await session.execute(
        CLAIMS,
        {
            "resources": list(query.resource_ids),
            "start": query.start,
            "end": query.end,
            "ignoring": query.ignoring,
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


async def fairest_first(
    session: AsyncSession, kinds: Sequence[Sequence[str]], day: tuple[datetime, datetime]
) -> tuple[tuple[str, ...], ...]:
    """The same resources of each kind, least booked that day first, then least recently booked."""
    rivals = [resource_id for kind in kinds if len(kind) > 1 for resource_id in kind]
    if not rivals:
        return tuple(tuple(kind) for kind in kinds)
    rows = await session.execute(LOAD, {"resources": rivals, "start": day[0], "end": day[1]})
    load = {resource_id: (count, last) for resource_id, count, last in rows}
    # Where they are equal the order they came in decides: sorting keeps it.
    return tuple(tuple(sorted(kind, key=lambda one: load.get(one, (0, 0)))) for kind in kinds)


async def _classes(
    session: AsyncSession, query: OccupancyQuery, live: Sequence[LiveHold]
) -> list[ClassBlock]:
    rows = await session.execute(
        CLASSES,
        {
            "service": query.service.id,
            "location": query.location_id,
            "start": query.start,
            "end": query.end,
            "ignoring": query.ignoring,
        },
    )
    held = _classes_on_hold(query, live)
    booked = [_class_of_row(row, query, held) for row in rows]
    return booked + [_class_of_holds(query.service, where, holds) for (_, where), holds in held.items()]


def _classes_on_hold(query: OccupancyQuery, live: Sequence[LiveHold]) -> dict[HeldClass, dict[str, LiveHold]]:
    """Live holds of this service's classes here. The same class may be held twice over, by different people
    in different rooms."""
    occupied: dict[str, set[str]] = defaultdict(set)
    for hold in live:
        occupied[hold.hold_id].add(hold.resource_id)
    classes: dict[HeldClass, dict[str, LiveHold]] = defaultdict(dict)
    for hold in live:
        if hold.block.startswith(f"{query.service.id}:{query.location_id}:"):
            classes[hold.block, frozenset(occupied[hold.hold_id])][hold.hold_id] = hold
    return classes


def _class_of_row(row: Any, query: OccupancyQuery, held: dict[HeldClass, dict[str, LiveHold]]) -> ClassBlock:
    duration = minutes_between(row.starts_at, row.ends_at)
    resource_ids, seated = frozenset(row.resource_ids), frozenset(row.hold_ids or ())
    name = group_block(query.service.id, query.location_id, row.starts_at, duration)
    pending = held.pop((name, resource_ids), {})
    # A hold and the appointment it became count once.
    waiting = sum(hold.seats for hold in pending.values() if hold.hold_id not in seated)
    left = row.capacity - row.taken - waiting
    return ClassBlock(row.starts_at, duration, resource_ids, left, row.taken, seated)


def _class_of_holds(
    service: Service, resource_ids: frozenset[str], holds: Mapping[str, LiveHold]
) -> ClassBlock:
    one = next(iter(holds.values()))
    start = one.start + timedelta(minutes=service.buffer_before_min)
    duration = minutes_between(start, one.end) - service.buffer_after_min
    return ClassBlock(
        start, duration, resource_ids, service.capacity - sum(hold.seats for hold in holds.values())
    )


def _by_resource(query: OccupancyQuery, live: Sequence[LiveHold]) -> dict[str, list[Span]]:
    held: dict[str, list[Span]] = defaultdict(list)
    for hold in live:
        span = (epoch_minute(hold.start), epoch_minute(hold.end))
        held[hold.resource_id].append(query.keeps_away(hold.resource_id, hold.location_id, span) or span)
    return held
