"""A customer says that they come, as a reminder asks. It is noted for the business and binds nobody."""

from booking_core.appointments.appointment import Appointment
from booking_core.context import OperationContext
from booking_core.errors import Conflict

COMING = "appointment.coming"


async def note_coming(context: OperationContext, appointment: Appointment) -> None:
    """Of an appointment that is locked; saying it again changes nothing, and a move forgets it. Raises
    ``Conflict`` (``already_started``)."""
    now = context.clock.now()
    if not appointment.stands or appointment.starts_at <= now:
        raise Conflict("This appointment has begun or is over.", code="already_started")
    if appointment.coming_at is None:
        appointment.coming_at = now
        context.audit(COMING, appointment.id)
        await context.session.flush()
