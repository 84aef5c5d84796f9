"""Whether an appointment may move at all, and whether a hold fits its move."""

from datetime import timedelta

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.cancel import must_be_in_time
from booking_core.appointments.find import find_appointment
from booking_core.appointments.overlap_guard import overlap_guard_of
from booking_core.context import OperationContext
from booking_core.errors import Invalid
from booking_core.holds.request import HoldRequest


def must_be_movable(context: OperationContext, appointment: Appointment) -> None:
    """Raises ``Conflict`` for an appointment that is over, has begun, or begins too soon for what was
    agreed."""
    appointment.must_be_movable(context.clock.now())
    must_be_in_time(context, appointment, "reschedule_cutoff_min", "outside_reschedule_window")


async def must_fit_the_move(context: OperationContext, request: HoldRequest) -> None:
    """A hold for a move is for the same people, and for the same length unless the business itself moves it;
    its service was looked at with the question.

    Raises ``Conflict``, ``Invalid`` or ``NotFound``.
    """
    if request.reschedule_of is None:
        return
    appointment = await find_appointment(context, request.reschedule_of)
    must_be_movable(context, appointment)
    if appointment.party_size != request.party_size:
        raise Invalid("A move keeps the number of people.", code="not_reschedulable")
    length = request.duration_min or appointment.duration_min
    if length != appointment.duration_min:
        if not context.actor.is_business:
            raise Invalid("A move keeps the length.", code="duration_not_allowed")
        context.catalogue.service(appointment.service_id).must_offer(length, appointment.party_size)
    if (guard := await overlap_guard_of(context, appointment.customer_id)) is not None:
        end = request.start + timedelta(minutes=length)
        await guard.must_be_free(context, request.start, end, besides=appointment.id)
