"""Time blocks, their claims on resources and their seats: what keeps appointments from overlapping.

Every appointment sits in a *time block*: one start of one service with the resources it occupies. A
one-to-one block has one seat, a class has more, and the block's claims on its resources may never overlap
another block's. The tables enforce all of it.
"""

from datetime import datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Identity,
    Index,
    UniqueConstraint,
    delete,
    exists,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import TSTZRANGE, ExcludeConstraint, Range
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.storage.database import Base

VACATE = text(
    """
    WITH vacated AS (DELETE FROM seats WHERE block_id = :block AND appointment_id = :appointment)
    DELETE FROM claims
    WHERE block_id = :block
      AND NOT EXISTS (SELECT FROM seats WHERE block_id = :block AND appointment_id <> :appointment)
    """
)


class TimeBlock(Base):
    """One start of one service. ``capacity`` seats, each taken by at most one appointment."""

    __tablename__ = "time_blocks"
    __table_args__ = (
        UniqueConstraint("id", "capacity", name="time_blocks_capacity_is_theirs"),
        Index("time_blocks_of_service", "service_id", "starts_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    service_id: Mapped[str] = mapped_column(ForeignKey("services.id"))
    location_id: Mapped[str] = mapped_column(ForeignKey("locations.id"))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    capacity: Mapped[int]


class Claim(Base):
    """A resource is occupied for ``during``, buffers included. No two claims of one resource overlap:
    PostgreSQL refuses it."""

    __tablename__ = "claims"
    __table_args__ = (
        ExcludeConstraint(("resource_id", "="), ("during", "&&"), using="gist", name="claims_never_overlap"),
        UniqueConstraint("block_id", "resource_id", name="claims_once_per_block"),
        Index("claims_of_resource", "resource_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    resource_id: Mapped[str] = mapped_column(ForeignKey("resources.id"))
    block_id: Mapped[str] = mapped_column(ForeignKey("time_blocks.id", ondelete="CASCADE"))
    during: Mapped[Range[datetime]] = mapped_column(TSTZRANGE)


class Whereabouts(Base):
    """Where a claim puts somebody who works at several places (``presence`` 1), and for how long it keeps
    them from each other place of theirs, ways included (0).

    No presence meets an absence: PostgreSQL refuses it. The rows are made by triggers (migration 0018).
    """

    __tablename__ = "whereabouts"
    __table_args__ = (
        ExcludeConstraint(
            ("resource_id", "="),
            ("location_id", "="),
            ("presence", "<>"),
            ("during", "&&"),
            using="gist",
            name="nobody_at_two_places",
        ),
        CheckConstraint("presence IN (0, 1)", name="whereabouts_here_or_not"),
    )

    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True)
    location_id: Mapped[str] = mapped_column(ForeignKey("locations.id"), primary_key=True, index=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)
    resource_id: Mapped[str] = mapped_column(ForeignKey("resources.id"))
    presence: Mapped[int]
    during: Mapped[Range[datetime]] = mapped_column(TSTZRANGE)


class Seat(Base):
    """A numbered seat of a block. Numbers are distinct and below the capacity, so a class is never
    over-booked."""

    __tablename__ = "seats"
    __table_args__ = (
        ForeignKeyConstraint(
            ["block_id", "capacity"],
            ["time_blocks.id", "time_blocks.capacity"],
            ondelete="CASCADE",
            name="seats_of_block",
        ),
        CheckConstraint("number >= 0 AND number < capacity", name="seats_below_capacity"),
        Index("seats_of_appointment", "appointment_id"),
    )

    block_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    capacity: Mapped[int]
    appointment_id: Mapped[str] = mapped_column(ForeignKey("appointments.id"))


async def leave_seats(session: AsyncSession, block_id: str, appointment_id: str) -> None:
    """Free an appointment's seats; the last one to leave frees the block and its claims on time."""
    await session.execute(
        delete(Seat).where(Seat.block_id == block_id, Seat.appointment_id == appointment_id)
    )
    await session.execute(
        delete(TimeBlock).where(TimeBlock.id == block_id, ~exists().where(Seat.block_id == TimeBlock.id))
    )


async def vacate_block(session: AsyncSession, block_id: str, appointment_id: str) -> None:
    """Free an appointment's seats before it moves, and the block's claims where nobody else sits there. The
    block itself stays."""
    await session.execute(VACATE, {"block": block_id, "appointment": appointment_id})


async def sits_alone(session: AsyncSession, block_id: str, appointment_id: str) -> bool:
    """Whether nobody but this appointment has a seat in the block, so that its claims go when it goes."""
    others = exists().where(Seat.block_id == block_id, Seat.appointment_id != appointment_id)
    return not await session.scalar(select(others))
