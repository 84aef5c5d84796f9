"""The tables alone: writers who know nothing of desks, locks and checks cannot book twice."""

import asyncio
from datetime import timedelta
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.exc import IntegrityError, OperationalError

from booking_core.appointments.time_blocks import Claim, Seat, TimeBlock
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.attack.booking.rivals import Rival, forged
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.cast import at
from tests.guests import guests


async def test_claims_of_one_resource_never_overlap(
    core: BookingCore, salon: DemoSalon, size: Sized, figures: Figures
) -> None:
    writers, slots = 4, size(500, 8)
    won = 0
    for slot in figures.each(range(slots)):
        start = at(1, 0) + timedelta(hours=slot)
        outcomes = await asyncio.gather(*(claim(core, salon, start, number) for number in range(writers)))
        assert sum(outcomes) <= 1
        won += sum(outcomes)
    figures.note(writers=writers, slots=slots, won=won)
    await forget_blocks(core, salon)


async def test_seats_of_one_class_are_taken_once(core: BookingCore, salon: DemoSalon, size: Sized) -> None:
    visitors = guests(core, salon, 6)
    rivals = [Rival(visitor, "Yoga class", at(1, 12), ["Jonas", "Treatment room"]) for visitor in visitors]
    first, *_ = await forged(core, rivals)
    booked = await visitors[0].confirms(first)
    seat = {"block_id": booked.block_id, "number": 1, "capacity": 6, "appointment_id": booked.id}
    outcomes = await asyncio.gather(*(read_written(core, Seat, seat) for _ in range(size(64, 8))))
    assert sum(outcomes) == 1
    assert not await read_written(core, Seat, seat | {"number": 6})
    assert not await read_written(core, Seat, seat | {"number": 7, "capacity": 8})
    async with core.sessions() as session, session.begin():
        await session.delete(
            (
                await session.scalars(select(Seat).where(Seat.block_id == booked.block_id, Seat.number == 1))
            ).one()
        )


async def claim(core: BookingCore, salon: DemoSalon, start, number: int) -> bool:
    """A block and its claim, each writer's a little later than the last one's."""
    block_id, begins = new_id("blk"), start + timedelta(minutes=number)
    whole = {
        "id": block_id,
        "organization_id": salon.organization_id,
        "service_id": salon.services["Haircut"],
        "location_id": salon.location_id,
        "starts_at": begins,
        "ends_at": begins + timedelta(minutes=30),
        "capacity": 1,
    }
    during = Range(begins, begins + timedelta(minutes=30), bounds="[)")
    part = {
        "organization_id": salon.organization_id,
        "resource_id": salon.resources["Dana"],
        "block_id": block_id,
        "during": during,
    }
    try:
        async with core.sessions() as session, session.begin():
            await session.execute(insert(TimeBlock).values(whole))
            await session.execute(insert(Claim).values(part))
    except (IntegrityError, OperationalError):
        # Without locks some deadlock or wait too long; that too is not booked twice.
        return False
    return True


async def read_written(core: BookingCore, table: Any, row: dict[str, Any]) -> bool:
    try:
        async with core.sessions() as session, session.begin():
            await session.execute(insert(table).values(row))
    except IntegrityError:
        return False
    return True


async def forget_blocks(core: BookingCore, salon: DemoSalon) -> None:
    async with core.sessions() as session, session.begin():
        blocks = await session.scalars(
            select(TimeBlock).where(TimeBlock.organization_id == salon.organization_id)
        )
        for block in blocks:
            await session.delete(block)
