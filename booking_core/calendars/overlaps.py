"""Appointments that a calendar elsewhere stands over: what appeared there after they were booked. Each is
kept, moved or cancelled by somebody; until then it is told."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import any_, func, select

from booking_core.appointments.appointment import CONFIRMED, PENDING, Appointment
from booking_core.appointments.find import find_appointment
from booking_core.back_office.decisions import keep_appointment
from booking_core.back_office.touched import overlooked_rules
from booking_core.calendars.external.busy_times import BusyTime
from booking_core.calendars.external.external_calendar import ExternalCalendar
from booking_core.calendars.whose import only_resource
from booking_core.context import OperationContext
from booking_core.customers.customer import Customer
from booking_core.errors import NotFound

# Of one who is busy by a calendar elsewhere, beside the rules of availability.
BUSY = "busy"


class Overlap(Struct, frozen=True):
    """``rule`` is what whoever keeps the appointment overlooks."""

    appointment: Appointment
    customer: str
    resource_id: str

    @property
    def rule(self) -> str:
        return f"{BUSY} {self.resource_id}"


async def overlaps_of(context: OperationContext) -> list[Overlap]:
    """Those to come that nobody has decided about, as far as the actor arranges their calendars; by start.
    Raises ``NotAllowed``."""
    context.require("calendar.list")
    only = await only_resource(context)
    now = context.clock.now()
    asked = (
        select(Appointment, Customer.name, BusyTime.resource_id)
        .join(Customer, Customer.id == Appointment.customer_id)
        .join(BusyTime, BusyTime.resource_id == any_(Appointment.resource_ids))
        .join(ExternalCalendar, ExternalCalendar.id == BusyTime.calendar_id)
        .where(
            Appointment.organization_id == context.organization_id,
            Appointment.status.in_((CONFIRMED, PENDING)),
            Appointment.starts_at > now,
            BusyTime.organization_id == context.organization_id,
            BusyTime.during.op("&&")(func.tstzrange(Appointment.starts_at, Appointment.ends_at, "[)")),
            ExternalCalendar.blocks_until > now,
        )
        .distinct()
        .order_by(Appointment.starts_at, Appointment.id, BusyTime.resource_id)
    )
    if only is not None:
        asked = asked.where(BusyTime.resource_id == only)
    return _undecided(
        [Overlap(*row) for row in await context.session.execute(asked)], await overlooked_rules(context)
    )


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


def _undecided(overlaps: Sequence[Overlap], overlooked: dict[str, set[str]]) -> list[Any]:
    return [one for one in overlaps if one.rule not in overlooked.get(one.appointment.id, set())]
