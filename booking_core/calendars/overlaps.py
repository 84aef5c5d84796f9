"""Appointments that a calendar elsewhere stands over: what appeared there after they were booked. Each is
kept, moved or cancelled by somebody; until then it is told."""

from datetime import datetime, timedelta

from msgspec import Struct
from sqlalchemy import column, select, text

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.find import find_appointment
from booking_core.back_office.decisions import keep_appointment
from booking_core.back_office.touched import overlooked_rules
from booking_core.calendars.whose import only_resource
from booking_core.context import OperationContext
from booking_core.errors import NotFound

# Of one who is busy by a calendar elsewhere, beside the rules of availability.
BUSY = "busy"
# Each person and room of an appointment is looked up by the index of busy times.
OVERLAPS = select(Appointment, column("customer"), column("resource")).from_statement(
    text(
        """
        SELECT appointments.*, customers.name AS customer, taken.id AS resource
        FROM appointments
        JOIN customers ON customers.id = appointments.customer_id
        CROSS JOIN LATERAL unnest(appointments.resource_ids) AS taken (id)
        WHERE appointments.organization_id = :organization
          AND appointments.status IN ('confirmed', 'pending_approval')
          AND appointments.starts_at > :now
          AND appointments.starts_at >= :start AND appointments.starts_at < :end
          AND taken.id = coalesce(CAST(:only AS text), taken.id)
          AND EXISTS (
              SELECT FROM busy_times
              JOIN working_calendars AS calendar ON calendar.id = busy_times.calendar_id
              WHERE busy_times.resource_id = taken.id AND calendar.blocks_until > :now
                AND busy_times.during && tstzrange(appointments.starts_at, appointments.ends_at, '[)')
          )
        ORDER BY appointments.starts_at, appointments.id, taken.id
        """
    )
)
# As far ahead as anybody books.
FAR = timedelta(days=3660)


class Overlap(Struct, frozen=True):
    """``rule`` is what whoever keeps the appointment overlooks."""

    appointment: Appointment
    customer: str
    resource_id: str

    @property
    def rule(self) -> str:
        return f"{BUSY} {self.resource_id}"


async def overlaps_of(
    context: OperationContext, start: datetime | None = None, end: datetime | None = None
) -> list[Overlap]:
    """Those to come that nobody has decided about, as far as the actor arranges their calendars, perhaps only
    those that start within a time; by start. Raises ``NotAllowed``."""
    context.require("calendar.list")
    now = context.clock.now()
    values = {
        "organization": context.organization_id,
        "now": now,
        "start": start or now,
        "end": end or now + FAR,
        "only": await only_resource(context),
    }
    found = [Overlap(*row) for row in await context.session.execute(OVERLAPS, values)]
    overlooked = await overlooked_rules(context) if found else {}
    return [one for one in found if one.rule not in overlooked.get(one.appointment.id, set())]


async def keep_overlapping(context: OperationContext, appointment_id: str) -> None:
    """It takes place as it was promised, as long as it stays where it is. Raises ``NotAllowed``, and
    ``NotFound`` for what nothing stands over."""
    context.require("calendar.settle")
    theirs = [one for one in await overlaps_of(context) if one.appointment.id == appointment_id]
    if not theirs:
        raise NotFound("Nothing stands over this appointment any more.")
    appointment = await find_appointment(context, appointment_id, for_update=True)
    still = (await overlooked_rules(context)).get(appointment_id, set())
    await keep_appointment(context, appointment, [one.rule for one in theirs], still)
