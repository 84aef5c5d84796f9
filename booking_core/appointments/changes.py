"""Changes of an appointment after it was made: who may still make them, what they free, and the record each leaves behind."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from msgspec import Struct
from sqlalchemy import bindparam
from sqlalchemy.dialects.postgresql import JSONB

from booking_core.appointments.appointment import CANCELLED, Appointment
from booking_core.appointments.time_blocks import leave_seats, lock_resources
from booking_core.context import OperationContext
from booking_core.errors import Conflict
from booking_core.storage.audit import CHAT, CONSOLE
from booking_core.storage.database import statement
from booking_core.storage.events import CANCELLED_EVENT, Event, announce_in
from booking_core.storage.ids import new_id
from booking_core.storage.jobs import USUAL, defer

# Brings what conversations show of an appointment up to date; its one argument is the appointment's id.
CARDS_JOB = "refresh_booking_cards"


RECORD = statement(Path(__file__).parent / "change.sql").bindparams(bindparam("details", type_=JSONB))


class Cancelled(Struct, frozen=True):
    """A cancelled appointment; ``already`` where it was cancelled before, and nobody needs to be told again."""

    appointment: Appointment
    already: bool


async def record_change(
    context: OperationContext, appointment: Appointment, kind: str, **details: Any
) -> None:
    """One audit entry and one event for one committed change; what has to follow is made from the event."""
    await context.session.flush()
    values = record_values(context, kind, **details)
    await context.session.execute(RECORD, {"appointment": appointment.id, **values})
    await announce(context, values["event"], kind, appointment.id, appointment.version)
    if appointment.source == CHAT:
        await defer(
            context.session, CARDS_JOB, lock=appointment.id, queue=USUAL, appointment_id=appointment.id
        )


def record_values(context: OperationContext, kind: str, **details: Any) -> dict[str, Any]:
    """What ``record.sql`` asks for beside the appointment."""
    return {
        "event": new_id("evt"),
        "kind": kind,
        "details": details,
        "now": context.clock.now(),
        "door": context.actor.door,
        "actor": context.actor.id,
        "proof": context.actor.proof,
        "request": context.actor.request_id,
    }


async def announce(
    context: OperationContext, event_id: str, kind: str, subject: str, version: int | None = None
) -> None:
    """Promise, in the transaction of the event, that whoever asked for it is told. Costs nothing where nobody did."""
    event = Event(event_id, context.organization_id, kind, subject, context.clock.now(), version)
    await announce_in(context.session, context.catalogue.announced, event)


async def cancel_appointment(
    context: OperationContext, appointment: Appointment, expected_version: int | None, reason: str | None
) -> Cancelled:
    """Free its time, unless somebody did before. Raises ``Conflict`` past the agreed cutoff."""
    if appointment.status == CANCELLED:
        return Cancelled(appointment, already=True)
    appointment.must_be_version(expected_version)
    block_id = appointment.block_id
    appointment.cancel(context.clock.now(), reason)
    must_be_in_time(context, appointment, "cancellation_cutoff_min", "outside_cancellation_window")
    await _free_time(context, appointment, block_id, reason=reason)
    return Cancelled(appointment, already=False)


async def decline_appointment(
    context: OperationContext, appointment: Appointment, reason: str | None
) -> Appointment:
    """The business says no to what was asked for."""
    block_id = appointment.block_id
    appointment.decline(context.clock.now(), reason)
    await _free_time(context, appointment, block_id, reason=reason, declined=True)
    return appointment


def must_be_in_time(context: OperationContext, appointment: Appointment, cutoff: str, code: str) -> None:
    """Raises ``Conflict`` past the cutoff that was agreed at booking. The front desk itself is not bound by it."""
    until = appointment.starts_at - timedelta(minutes=appointment.policy.get(cutoff, 0))
    if context.clock.now() > until and context.actor.door != CONSOLE:
        raise Conflict(
            "It is too late to change this appointment here.", code=code, details={"allowed_until": until}
        )


async def _free_time(
    context: OperationContext, appointment: Appointment, block_id: str | None, **details: Any
) -> None:
    await lock_resources(context.session, appointment.resource_ids)
    await context.session.flush()
    if block_id is not None:
        await leave_seats(context.session, block_id, appointment.id)
    await record_change(context, appointment, CANCELLED_EVENT, **details)
