"""Miriam between two places: how far apart they are, what is offered, and claims that no rule but
PostgreSQL's own would stop."""

from datetime import datetime, timedelta

from sqlalchemy import insert, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.appointments.time_blocks import Claim, TimeBlock
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.cast import Visitor, at

MINUTE = timedelta(minutes=1)
SERVICE, LASTS = "Beard trim", 20 * MINUTE
WAY = 30


async def takes(core: BookingCore, salon: DemoSalon, minutes: int, *way: str) -> None:
    """How long it takes from one place to another, or between any two."""
    async with core.sessions() as session, session.begin():
        if way:
            await session.execute(
                text("INSERT INTO travel_times VALUES (:a, :b, :o, :m)"),
                {"a": way[0], "b": way[1], "o": salon.organization_id, "m": minutes},
            )
        else:
            await session.execute(
                text("UPDATE organizations SET travel_min = :m WHERE id = :o"),
                {"o": salon.organization_id, "m": minutes},
            )


async def starts(visitor: Visitor, place: str) -> set[datetime]:
    found = await visitor.looks(SERVICE, at(1, 9), at(1, 17), location_id=place)
    return {slot.start for slot in found.slots}


async def claim(
    session: AsyncSession, salon: DemoSalon, place: str, start: datetime, lasts: timedelta
) -> bool:
    """Write a claim as no rule but PostgreSQL's own would stop it; whether it was let through."""
    block, own = new_id("blk"), {"organization_id": salon.organization_id}
    try:
        async with session.begin_nested():
            await session.execute(
                insert(TimeBlock).values(
                    id=block,
                    service_id=salon.services[SERVICE],
                    location_id=place,
                    starts_at=start,
                    ends_at=start + lasts,
                    capacity=1,
                    **own,
                )
            )
            during = text("tstzrange(:start, :end)").bindparams(start=start, end=start + lasts)
            row = {"resource_id": salon.resources["Miriam"], "block_id": block, **own}
            await session.execute(insert(Claim).values(during=during, **row))
    except IntegrityError:
        return False
    return True
