"""What does not stand in calendars that are kept in step, because it could not be written there."""

from collections.abc import Mapping

from sqlalchemy import any_, func, select

from booking_core.appointments.appointment import CANCELLED, Appointment
from booking_core.calendars.caldav.writing import CalendarWriting
from booking_core.calendars.external.external_calendar import CALDAV, ExternalCalendar
from booking_core.context import OperationContext


async def count_unwritten(context: OperationContext) -> Mapping[str, int]:
    """Of each calendar, by its id: how many appointments to come are not there as they are. Raises
    ``NotAllowed``."""
    context.require("calendar.list")
    as_it_is = select(CalendarWriting.version).where(
        CalendarWriting.calendar_id == ExternalCalendar.id,
        CalendarWriting.appointment_id == Appointment.id,
        CalendarWriting.version == Appointment.version,
    )
    counted = (
        select(ExternalCalendar.id, func.count())
        .join(Appointment, Appointment.organization_id == ExternalCalendar.organization_id)
        .where(
            ExternalCalendar.organization_id == context.organization_id,
            ExternalCalendar.kind == CALDAV,
            any_(Appointment.resource_ids) == ExternalCalendar.resource_id,
            Appointment.status != CANCELLED,
            Appointment.starts_at > context.clock.now(),
            ~as_it_is.exists(),
        )
        .group_by(ExternalCalendar.id)
    )
    return {row[0]: row[1] for row in await context.session.execute(counted)}
