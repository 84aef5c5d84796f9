"""The claims of a hold: its block, the block's claims on time, and its seats, written for whoever moves there."""

from collections.abc import Sequence

from sqlalchemy import exists, func, insert, select
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.appointments.time_blocks import Claim, Seat, TimeBlock
from booking_core.errors import SlotTaken
from booking_core.holds.hold import Hold
from booking_core.storage.ids import new_id


async def block_for(session: AsyncSession, hold: Hold, capacity: int) -> TimeBlock:
    """The block a hold leads to: the class that already runs on exactly these resources, or a new block with its claims.

    The caller holds the locks of ``lock_resources``. Raises ``SlotTaken`` where another block is in the way.
    """
    if capacity > 1 and (running := await _running_class(session, hold)) is not None:
        return running
    during = Range(hold.claims_from, hold.claims_to, bounds="[)")
    if await session.scalar(
        select(exists().where(Claim.resource_id.in_(hold.resource_ids), Claim.during.op("&&")(during)))
    ):
        raise SlotTaken("That time has just been taken.")
    block = TimeBlock(
        id=new_id("blk"),
        organization_id=hold.organization_id,
        service_id=hold.service_id,
        location_id=hold.location_id,
        starts_at=hold.starts_at,
        ends_at=hold.ends_at,
        capacity=capacity,
    )
    session.add(block)
    await session.flush()
    await session.execute(
        insert(Claim),
        [
            {
                "organization_id": hold.organization_id,
                "resource_id": one,
                "block_id": block.id,
                "during": during,
            }
            for one in hold.resource_ids
        ],
    )
    return block


async def take_seats(session: AsyncSession, block: TimeBlock, appointment_id: str, party_size: int) -> None:
    """The first free seats of a block. Raises ``SlotTaken`` where there are too few."""
    taken = set((await session.scalars(select(Seat.number).where(Seat.block_id == block.id))).all())
    free = [number for number in range(block.capacity) if number not in taken][:party_size]
    if len(free) < party_size:
        raise SlotTaken("There are not enough places left at that time.")
    seats = [
        {"block_id": block.id, "number": number, "capacity": block.capacity, "appointment_id": appointment_id}
        for number in free
    ]
    await session.execute(insert(Seat), seats)


async def _running_class(session: AsyncSession, hold: Hold) -> TimeBlock | None:
    occupied = (
        select(func.array_agg(Claim.resource_id)).where(Claim.block_id == TimeBlock.id).scalar_subquery()
    )
    blocks: Sequence[TimeBlock] = (
        await session.scalars(
            select(TimeBlock).where(
                TimeBlock.service_id == hold.service_id,
                TimeBlock.location_id == hold.location_id,
                TimeBlock.starts_at == hold.starts_at,
                TimeBlock.ends_at == hold.ends_at,
                occupied.op("@>")(hold.resource_ids),
                occupied.op("<@")(hold.resource_ids),
            )
        )
    ).all()
    return blocks[0] if blocks else None
