"""A customer moves an appointment."""

from booking_core.appointments.appointment import Appointment
from booking_core.booking.move import Moved
from tests.cast import Visitor


async def moves_to(visitor: Visitor, appointment: Appointment, **wish: object) -> Moved:
    return await visitor.at_desk(lambda desk: desk.reschedule(appointment.id, **wish))  # type: ignore[arg-type]
