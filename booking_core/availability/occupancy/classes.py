"""Classes that are running or on hold, with the seats that are left."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.availability.occupancy.busy import ClassBlock
from booking_core.availability.occupancy.query import OccupancyQuery
from booking_core.catalogue.services.services import Service
from booking_core.live_holds.hold_book import LiveHold, group_block
from booking_core.time.timeline import minutes_between

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
# The name of a class and the resources it is held on.
HeldClass = tuple[str, frozenset[str]]


async def class_blocks(
    session: AsyncSession, query: OccupancyQuery, live: Sequence[LiveHold]
) -> list[ClassBlock]:
    """The classes of a service at a place in the period of the query (UTC), those of appointments first, then
    those that are only held."""
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
