"""A customer says that they will be late. It is noted for the business, and changes nothing else."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.appointments.appointment import CONFIRMED, PENDING, Appointment
from booking_core.storage.audit import Actor, AuditEntry

LATE = "appointment.late"
# Whoever is later than this does not come.
LONGEST_MIN = 240


async def next_of(
    session: AsyncSession, organization_id: str, appointment_ids: Collection[str], now: datetime
) -> Appointment | None:
    """That of these appointments which is on, or comes next; locked."""
    standing = select(Appointment).where(
        Appointment.organization_id == organization_id,
        Appointment.id.in_(appointment_ids),
        Appointment.status.in_((CONFIRMED, PENDING)),
        Appointment.ends_at > now,
    )
    found: Appointment | None = await session.scalar(
        standing.order_by(Appointment.starts_at).limit(1).with_for_update()
    )
    return found


async def note_late(
    session: AsyncSession, appointment: Appointment, minutes: int | None, actor: Actor, now: datetime
) -> None:
    """Of an appointment that is locked. ``minutes`` is how late, None where that was not said, which forgets
    nothing that was said before; a move forgets all of it."""
    appointment.late_at, appointment.late_min = now, minutes or appointment.late_min
    details = {"minutes": minutes} if minutes else {}
    session.add(AuditEntry.of(actor, appointment.organization_id, LATE, appointment.id, now, **details))
    await session.flush()
