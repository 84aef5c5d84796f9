"""Occupancy: what is taken and what is being held, read from PostgreSQL and Redis for one question."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import ARRAY, Text, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.availability import Busy, ClassBlock, Span
from booking_core.errors import Unavailable
from booking_core.holds import HoldBook, LiveHold, group_block
from booking_core.services import Service

CLAIMS = text(
    """
    SELECT claims.resource_id, lower(claims.during), upper(claims.during)
    FROM unnest(:resources) AS asked (id)
    JOIN claims ON claims.resource_id = asked.id AND claims.during && tstzrange(:start, :end, '[)')
    WHERE claims.block_id IS DISTINCT FROM CAST(:ignoring AS text)
    """
)
CLASSES = text(
    """
    SELECT blocks.id, blocks.starts_at, blocks.ends_at, blocks.capacity,
           (SELECT array_agg(resource_id) FROM claims WHERE claims.block_id = blocks.id) AS resources,
           (SELECT count(*) FROM seats WHERE seats.block_id = blocks.id) AS taken,
           (SELECT array_agg(hold_id) FROM appointments WHERE appointments.block_id = blocks.id) AS hold_ids
    FROM time_blocks AS blocks
    WHERE blocks.service_id = :service AND blocks.location_id = :location
      AND blocks.starts_at >= :start AND blocks.starts_at < :end AND blocks.id IS DISTINCT FROM CAST(:ignoring AS text)
    """
)
# Fair: who has least to do that day, then who was given something longest ago.
LOAD = text(
    """
    SELECT asked.id,
           (SELECT count(*) FROM claims WHERE claims.resource_id = asked.id AND claims.during && tstzrange(:start, :end, '[)')),
           (SELECT coalesce(max(claims.id), 0) FROM claims WHERE claims.resource_id = asked.id)
    FROM unnest(:resources) AS asked (id)
    """
)


class Asked(Struct, frozen=True):
    """Whose occupancy, from when until when. ``ignoring`` is a block that is about to be left, ``ignoring_hold`` one's own hold."""

    organization_id: str
    service: Service
    location_id: str
    resource_ids: tuple[str, ...]
    start: datetime
    end: datetime
    ignoring: str | None = None
    ignoring_holds: frozenset[str] = frozenset()


async def occupancy(session: AsyncSession, holds: HoldBook, asked: Asked) -> Busy:
    """What is busy. Without Redis nothing counts as held: lists stay up, and holding itself will refuse."""
    claims = await claims_of(session, asked)
    try:
        live = await holds.live(asked.organization_id, asked.resource_ids)
    except Unavailable:
        live = []
    others = [hold for hold in live if hold.hold_id not in asked.ignoring_holds]
    classes = await _classes(session, asked, others) if asked.service.is_group else ()
    return Busy(claims, _by_resource(others), classes)


async def claims_of(session: AsyncSession, asked: Asked) -> dict[str, list[Span]]:
    """The claims of appointments on these resources, buffers included."""
    rows = await session.execute(
        CLAIMS.bindparams(_resources(asked.resource_ids)),
        {"start": asked.start, "end": asked.end, "ignoring": asked.ignoring},
    )
    claims: dict[str, list[Span]] = defaultdict(list)
    for resource_id, start, end in rows:
        claims[resource_id].append((start, end))
    return claims


async def fairest_first(
    session: AsyncSession, resource_ids: Iterable[str], day: tuple[datetime, datetime]
) -> tuple[str, ...]:
    """The same resources, least booked that day first, then least recently booked."""
    ids = tuple(resource_ids)
    if len(ids) < 2:
        return ids
    rows = await session.execute(LOAD.bindparams(_resources(ids)), {"start": day[0], "end": day[1]})
    load = {resource_id: (count, last) for resource_id, count, last in rows}
    return tuple(sorted(ids, key=lambda one: (*load[one], ids.index(one))))


async def _classes(session: AsyncSession, asked: Asked, live: Sequence[LiveHold]) -> list[ClassBlock]:
    rows = await session.execute(
        CLASSES,
        {
            "service": asked.service.id,
            "location": asked.location_id,
            "start": asked.start,
            "end": asked.end,
            "ignoring": asked.ignoring,
        },
    )
    held = _held_classes(asked.service, live)
    booked = [_booked_class(row, asked, held) for row in rows]
    return booked + [_only_held(asked.service, holds) for holds in held.values()]


def _held_classes(service: Service, live: Sequence[LiveHold]) -> dict[str, dict[str, list[LiveHold]]]:
    """Live holds of this service's classes: by class, then by hold (one entry for each resource of it)."""
    classes: dict[str, dict[str, list[LiveHold]]] = defaultdict(lambda: defaultdict(list))
    for hold in live:
        if hold.block.startswith(f"{service.id}:"):
            classes[hold.block][hold.hold_id].append(hold)
    return classes


def _booked_class(row: Any, asked: Asked, held: dict[str, dict[str, list[LiveHold]]]) -> ClassBlock:
    duration = (row.ends_at - row.starts_at) // timedelta(minutes=1)
    pending = held.pop(group_block(asked.service.id, asked.location_id, row.starts_at, duration), {})
    # A hold and the appointment it became count once.
    waiting = sum(holds[0].seats for hold_id, holds in pending.items() if hold_id not in (row.hold_ids or ()))
    return ClassBlock(
        row.starts_at, duration, frozenset(row.resources), row.capacity - row.taken - waiting, row.taken
    )


def _only_held(service: Service, holds: dict[str, list[LiveHold]]) -> ClassBlock:
    everyone = [hold for of_one in holds.values() for hold in of_one]
    before = timedelta(minutes=service.buffer_before_min)
    after = timedelta(minutes=service.buffer_after_min)
    start = everyone[0].start + before
    duration = (everyone[0].end - after - start) // timedelta(minutes=1)
    seats = service.capacity - sum(of_one[0].seats for of_one in holds.values())
    return ClassBlock(start, duration, frozenset(hold.resource_id for hold in everyone), seats)


def _by_resource(live: Sequence[LiveHold]) -> dict[str, list[Span]]:
    held: dict[str, list[Span]] = defaultdict(list)
    for hold in live:
        held[hold.resource_id].append((hold.start, hold.end))
    return held


def _resources(ids: Iterable[str]) -> Any:
    return bindparam("resources", list(ids), ARRAY(Text))
