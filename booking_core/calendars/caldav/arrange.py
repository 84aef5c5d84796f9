"""Calendars on CalDAV servers arranged: connected, and what somebody did to our appointments there."""

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import select

from booking_core.appointments.appointment import Appointment
from booking_core.calendars.caldav.client import Access
from booking_core.calendars.caldav.writing import CalendarWriting
from booking_core.calendars.external.arrange import CalendarPlace, calendar_of, connect
from booking_core.calendars.external.external_calendar import CALDAV, ExternalCalendar
from booking_core.calendars.whose import only_resource
from booking_core.context import OperationContext
from booking_core.errors import InvalidField, NotFound

LONGEST = 200


class Edit(Struct, frozen=True):
    """What somebody did to an appointment of ours in their calendar."""

    writing: CalendarWriting
    appointment: Appointment
    resource_id: str


async def connect_caldav(
    context: OperationContext, resource_id: str, access: Access, place: CalendarPlace, *, key: str = ""
) -> ExternalCalendar:
    """Keep this calendar and theirs here in step from now on. Raises what ``connect`` does, and
    ``InvalidField`` (``user``, ``password``)."""
    check_access(access)
    return await connect(context, resource_id, CALDAV, access.url, access.to_text(), place, key=key)


def check_access(access: Access) -> None:
    """Raises ``InvalidField`` (``user``, ``password``) for what nobody signs in with."""
    for field, text in (("user", access.user), ("password", access.password)):
        if not text or len(text) > LONGEST or not text.isprintable() or (field == "user" and ":" in text):
            raise InvalidField(field, "Please write it just as you sign in there.")


async def edits_of(context: OperationContext) -> Sequence[Edit]:
    """Those nobody here has seen yet, as far as the actor arranges the calendars; by start. Raises
    ``NotAllowed``."""
    context.require("calendar.list")
    only = await only_resource(context)
    asked = (
        select(CalendarWriting, Appointment, ExternalCalendar.resource_id)
        .join(Appointment, Appointment.id == CalendarWriting.appointment_id)
        .join(ExternalCalendar, ExternalCalendar.id == CalendarWriting.calendar_id)
        .where(CalendarWriting.organization_id == context.organization_id, CalendarWriting.edit.is_not(None))
        .order_by(Appointment.starts_at, Appointment.id)
    )
    if only is not None:
        asked = asked.where(ExternalCalendar.resource_id == only)
    return [Edit(*row) for row in await context.session.execute(asked)]


async def dismiss_edit(context: OperationContext, calendar_id: str, appointment_id: str) -> None:
    """Somebody has seen it. Raises ``NotAllowed``, and ``NotFound``, also for a repeat."""
    calendar = await calendar_of(context, "calendar.settle", calendar_id)
    writing = await context.session.get(
        CalendarWriting,
        {"calendar_id": calendar.id, "appointment_id": appointment_id},
        with_for_update=True,
    )
    if writing is None or writing.edit is None:
        raise NotFound("Somebody has seen this already.")
    writing.edit = writing.edited_at = None
    await context.session.flush()
