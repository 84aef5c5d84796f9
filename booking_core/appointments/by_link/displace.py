"""A time that the business cannot keep: its customer is asked to choose another one by the link, and may do
so, or cancel, whatever was agreed about that. Until then the appointment stands where it is."""

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.record import record_change
from booking_core.context import OperationContext
from booking_core.errors import NotAllowed
from booking_core.storage.events import DISPLACED_EVENT


async def displace_appointment(
    context: OperationContext, appointment: Appointment, expected_version: int | None, reason: str | None
) -> Appointment:
    """Repeating it is a success that does nothing. Raises ``NotAllowed`` for whoever does not decide for the
    business, and ``Conflict``: ``not_reschedulable``, ``version_conflict``."""
    if not context.actor.decides:
        raise NotAllowed("Only the business may do this.")
    if appointment.displaced_at is None:
        appointment.must_be_version(expected_version)
        appointment.displace(context.clock.now())
        await record_change(context, appointment, DISPLACED_EVENT, reason=reason)
    return appointment
