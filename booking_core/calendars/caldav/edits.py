"""What somebody did to our appointments in their calendar: moved or removed there. It is told here and not
obeyed: the next writing puts back what is booked."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from booking_core.appointments.appointment import Appointment
from booking_core.calendars.caldav.answers import CalendarObject
from booking_core.calendars.caldav.client import CaldavClient
from booking_core.calendars.caldav.writing import MOVED, REMOVED, CalendarWriting
from booking_core.calendars.external.external_calendar import ExternalCalendar
from booking_core.calendars.reading.busy_reading import BusyStretch
from booking_core.core import BookingCore


async def note_edits(
    core: BookingCore,
    calendar: ExternalCalendar,
    client: CaldavClient,
    objects: Sequence[CalendarObject],
    stretches: Sequence[BusyStretch],
) -> None:
    """``objects`` are what stands there, ``stretches`` when it is. Raises ``NotFetched``."""
    there = {one.name: one.etag for one in objects}
    for writing, appointment in await _standing(core, calendar):
        etag = there.get(writing.name)
        if etag == writing.etag:
            continue
        if etag is None:
            # Moved out of what was asked for, or gone.
            etag = await client.find(writing.name)
            if etag == writing.etag:
                continue
            await _note(core, writing, REMOVED if etag is None else MOVED, etag)
            continue
        when = [(one.start, one.end) for one in stretches if one.uid == f"{appointment.id}@zimun"]
        is_as_booked = when == [(appointment.starts_at, appointment.ends_at)]
        # Programs note alarms and colours in it, which changes nothing.
        await _note(core, writing, None if is_as_booked else MOVED, etag)


async def _standing(
    core: BookingCore, calendar: ExternalCalendar
) -> Sequence[tuple[CalendarWriting, Appointment]]:
    """Those to come that were written there as they are."""
    asked = (
        select(CalendarWriting, Appointment)
        .join(Appointment, Appointment.id == CalendarWriting.appointment_id)
        .where(
            CalendarWriting.calendar_id == calendar.id,
            CalendarWriting.version == Appointment.version,
            Appointment.starts_at > core.clock.now(),
        )
    )
    async with core.sessions() as session, session.begin():
        return [(row[0], row[1]) for row in await session.execute(asked)]


async def _note(core: BookingCore, writing: CalendarWriting, edit: str | None, etag: str | None) -> None:
    """What is edited is to be written anew; what only has another tag is known by it from now on."""
    key: Mapping[str, str] = {
        "calendar_id": writing.calendar_id,
        "appointment_id": writing.appointment_id,
    }
    async with core.sessions() as session, session.begin():
        row = await session.get(CalendarWriting, dict(key), with_for_update=True)
        if row is None:
            return
        row.etag = etag or ""
        if edit is not None:
            row.version, row.edit, row.edited_at = 0, edit, core.clock.now()
