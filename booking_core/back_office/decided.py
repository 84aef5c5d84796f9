"""What was decided about the appointments that a change touched, read from what was written down of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import select

from booking_core.access.roles import require_role
from booking_core.appointments.appointment import Appointment
from booking_core.context import OperationContext
from booking_core.customers.customer import Customer
from booking_core.storage.audit import AuditEntry
from booking_core.storage.events import CANCELLED_EVENT, DISPLACED_EVENT, MOVED_EVENT
from booking_core.time.timeline import minutes_between

KEPT = "appointment.keep"
# Who was not called by then is not called any more.
READ_FOR = timedelta(days=30)


class DecidedAppointment(Struct, frozen=True):
    """``starts_at`` is when it was to begin, and ``now_at`` where it was moved to (UTC); ``is_asked`` is
    whether its customer is to choose another time, ``was_asked`` whether they were to already, and
    ``message`` what they were told of it by the business; ``resource_ids`` are whom and what it takes now."""

    id: str
    service_id: str
    location_id: str
    starts_at: datetime
    duration_min: int
    now_at: datetime | None
    is_kept: bool
    is_asked: bool
    was_asked: bool
    message: str
    customer_name: str
    phone: str | None
    email: str | None
    resource_ids: tuple[str, ...] = ()


async def read_decided(context: OperationContext, request_id: str) -> Sequence[DecidedAppointment]:
    """Whatever the actor decided in one request of theirs, by the time it was to begin."""
    require_role(context.actor.role, "appointment.import")
    rows = await context.session.execute(
        select(
            *(AuditEntry.action, AuditEntry.details),
            *(Appointment.id, Appointment.service_id, Appointment.location_id),
            *(Appointment.starts_at, Appointment.ends_at),
            *(Appointment.displaced_at, Appointment.resource_ids),
            *(Customer.name, Customer.phone, Customer.email),
        )
        .join(Appointment, Appointment.id == AuditEntry.subject)
        .join(Customer, Customer.id == Appointment.customer_id)
        .where(
            AuditEntry.organization_id == context.organization_id,
            Appointment.organization_id == context.organization_id,
            Customer.organization_id == context.organization_id,
            AuditEntry.actor == context.actor.id,
            AuditEntry.request_id == request_id,
            AuditEntry.at > context.clock.now() - READ_FOR,
            AuditEntry.action.in_((KEPT, MOVED_EVENT, CANCELLED_EVENT, DISPLACED_EVENT)),
        )
    )
    # Whose customer is to choose another time is kept meanwhile, and written down as both.
    kept_first = sorted(rows, key=lambda row: row.action != KEPT)
    decided = {row.id: _appointment_of_row(row) for row in kept_first}
    return sorted(decided.values(), key=lambda one: (one.starts_at, one.id))


def _appointment_of_row(row: Any) -> DecidedAppointment:
    previous, is_moved = row.details.get("previous"), row.action == MOVED_EVENT
    was_asked = row.action == KEPT and row.displaced_at is not None
    return DecidedAppointment(
        id=row.id,
        service_id=row.service_id,
        location_id=row.location_id,
        starts_at=datetime.fromisoformat(previous) if is_moved and previous else row.starts_at,
        duration_min=minutes_between(row.starts_at, row.ends_at),
        now_at=row.starts_at if is_moved else None,
        is_kept=row.action == KEPT and not was_asked,
        is_asked=row.action == DISPLACED_EVENT,
        was_asked=was_asked,
        message=str(row.details.get("reason") or ""),
        customer_name=row.name,
        phone=row.phone,
        email=row.email,
        resource_ids=tuple(row.resource_ids),
    )
