"""Cancel or decline an appointment: who still may, and what time that frees."""

from datetime import timedelta
from typing import Any

from msgspec import Struct

from booking_core.appointments.appointment import CANCELLED, PENDING, Appointment
from booking_core.appointments.locks import lock_resources
from booking_core.appointments.record import DECLINED_LETTER, record_change
from booking_core.appointments.time_blocks import leave_seats
from booking_core.context import OperationContext
from booking_core.errors import Conflict
from booking_core.storage.events import CANCELLED_EVENT


class Cancelled(Struct, frozen=True):
    """A cancelled appointment; ``already`` where it was cancelled before, and nobody needs to be told
    again."""

    appointment: Appointment
    already: bool


async def cancel_appointment(
    context: OperationContext, appointment: Appointment, expected_version: int | None, reason: str | None
) -> Cancelled:
    """Free its time, unless somebody did before. Raises ``Conflict`` past the agreed cutoff."""
    if appointment.status == CANCELLED:
        return Cancelled(appointment, already=True)
    appointment.must_be_version(expected_version)
    block_id, facts = appointment.block_id, {"is_request": appointment.status == PENDING}
    appointment.cancel(context.clock.now(), reason)
    must_be_in_time(context, appointment, "cancellation_cutoff_min", "outside_cancellation_window")
    await _free_time(context, appointment, block_id, facts=facts, reason=reason)
    return Cancelled(appointment, already=False)


async def decline_appointment(
    context: OperationContext, appointment: Appointment, expected_version: int | None, reason: str | None
) -> Appointment:
    """The business says no to what was asked for. Repeating it is a success that does nothing."""
    if appointment.status == CANCELLED:
        return appointment
    appointment.must_be_version(expected_version)
    block_id = appointment.block_id
    appointment.decline(context.clock.now(), reason)
    await _free_time(context, appointment, block_id, letter=DECLINED_LETTER, reason=reason, declined=True)
    return appointment


def must_be_in_time(context: OperationContext, appointment: Appointment, cutoff: str, code: str) -> None:
    """Raises ``Conflict`` past the cutoff that was agreed at booking. The business itself is not bound by
    it, nor is whoever it has asked to choose another time."""
    until = appointment.starts_at - timedelta(minutes=appointment.policy.get(cutoff, 0))
    if appointment.displaced_at is not None or context.actor.is_business:
        return
    if context.clock.now() > until:
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
