"""How an appointment ended, or came to need another time, as its customer may read it: whether the business
decided so, with its own words, and whether it was ever more than a request."""

from collections.abc import Collection, Mapping
from typing import Any

from msgspec import Struct
from sqlalchemy import ARRAY, Text, any_, exists, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.appointments.appointment import Appointment
from booking_core.storage.audit import CONSOLE, AppointmentEvent, AuditEntry
from booking_core.storage.events import CANCELLED_EVENT, CONFIRMED_EVENT, DISPLACED_EVENT

# Of the appointment that an entry of the audit is about: whether it was ever more than a request.
WAS_CONFIRMED = exists().where(
    AppointmentEvent.appointment_id == AuditEntry.subject, AppointmentEvent.kind == CONFIRMED_EVENT
)


class Outcome(Struct, frozen=True):
    """``message`` is what the business said to its customer; programs and customers give reasons for the book
    only."""

    by_business: bool = False
    was_request: bool = False
    message: str = ""


async def outcome_of_appointment(session: AsyncSession, appointment: Appointment) -> Outcome:
    """Of one that is cancelled or displaced, by the last that was written down about that; one statement."""
    last = (
        select(AuditEntry.door, AuditEntry.details, WAS_CONFIRMED)
        .where(
            AuditEntry.organization_id == appointment.organization_id,
            AuditEntry.subject == appointment.id,
            AuditEntry.action.in_((CANCELLED_EVENT, DISPLACED_EVENT)),
        )
        .order_by(AuditEntry.id.desc())
        .limit(1)
    )
    row = (await session.execute(last)).first()
    if row is None:
        return Outcome()
    door, details, confirmed = row
    return Outcome(
        by_business=_by_business(door, details),
        was_request=not confirmed,
        message=str(details.get("reason") or "") if door == CONSOLE else "",
    )


async def ended_requests(
    session: AsyncSession, organization_id: str, appointment_ids: Collection[str]
) -> dict[str, bool]:
    """Those of these cancelled appointments that were never more than requests: whether the business declined
    them, or else their customers withdrew them."""
    ended = select(AuditEntry.subject, AuditEntry.door, AuditEntry.details).where(
        AuditEntry.organization_id == organization_id,
        AuditEntry.subject == any_(literal(list(appointment_ids), ARRAY(Text))),
        AuditEntry.action == CANCELLED_EVENT,
        ~WAS_CONFIRMED,
    )
    rows = await session.execute(ended)
    return {subject: _by_business(door, details) for subject, door, details in rows}


def _by_business(door: str, details: Mapping[str, Any]) -> bool:
    return door == CONSOLE or bool(details.get("declined"))
