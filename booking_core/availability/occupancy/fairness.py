"""Who is booked least that day comes first."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.availability.occupancy.occupancy import RESOURCES

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
