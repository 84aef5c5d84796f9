"""Our appointments, written into a calendar elsewhere and kept true: what is missing or old there is written,
what is cancelled or somebody else's now is removed. Whatever breaks off is taken up at the next sync."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import any_, delete, select
from sqlalchemy.dialects.postgresql import insert

from booking_core.appointments.appointment import CANCELLED, Appointment
from booking_core.calendars.caldav.client import CaldavClient
from booking_core.calendars.caldav.event_file import event_file
from booking_core.calendars.caldav.writing import MOVED, CalendarWriting, object_name
from booking_core.calendars.external.external_calendar import ExternalCalendar, is_working
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer

# Each is a request: whoever waits for a first look does not wait for a year of bookings. The rest is written
# at the next look, a minute later.
AT_ONCE = 50


async def write_appointments(core: BookingCore, calendar: ExternalCalendar, client: CaldavClient) -> None:
    """Raises ``NotFetched``."""
    catalogue = await core.catalogue_of(calendar.organization_id)
    for appointment, customer, writing in await _behind(core, calendar):
        if not await _works(core, calendar):
            return
        gone = appointment.status == CANCELLED or calendar.resource_id not in appointment.resource_ids
        if gone:
            await client.remove(object_name(appointment.id))
            await _forget(core, writing)
            continue
        body = event_file(catalogue, appointment, customer)
        await _write(core, calendar, client, appointment, body, writing)


async def _works(core: BookingCore, calendar: ExternalCalendar) -> bool:
    """Asked before each: whoever is removed meanwhile learns no more names."""
    asked = select(ExternalCalendar.id).where(ExternalCalendar.id == calendar.id, is_working())
    async with core.sessions() as session, session.begin():
        return await session.scalar(asked) is not None


async def _behind(core: BookingCore, calendar: ExternalCalendar) -> Sequence[Any]:
    """Appointments with their customers' names and what is written of them: those that are not there as they
    are."""
    mine = any_(Appointment.resource_ids) == calendar.resource_id
    unwritten = (
        CalendarWriting.version.is_(None)
        & mine
        & (Appointment.status != CANCELLED)
        & (Appointment.ends_at > core.clock.now())
    )
    asked = (
        select(Appointment, Customer.name, CalendarWriting)
        .join(Customer, Customer.id == Appointment.customer_id)
        .outerjoin(
            CalendarWriting,
            (CalendarWriting.appointment_id == Appointment.id) & (CalendarWriting.calendar_id == calendar.id),
        )
        .where(
            Appointment.organization_id == calendar.organization_id,
            unwritten | (CalendarWriting.version != Appointment.version),
        )
        .order_by(Appointment.starts_at, Appointment.id)
        .limit(AT_ONCE)
    )
    async with core.sessions() as session, session.begin():
        return (await session.execute(asked)).all()


async def _write(
    core: BookingCore,
    calendar: ExternalCalendar,
    client: CaldavClient,
    appointment: Appointment,
    body: bytes,
    writing: CalendarWriting | None,
) -> None:
    name = object_name(appointment.id)
    known = writing.etag if writing else None
    etag = await client.write(name, body, known)
    edit = None
    if etag is None:
        # Ours from before a break, or changed there since: what is booked has the last word, and is told.
        edit = MOVED if writing else None
        etag = await client.write(name, body, await client.find(name))
    values: dict[str, Any] = {"version": appointment.version, "etag": etag or ""}
    if edit:
        values |= {"edit": edit, "edited_at": core.clock.now()}
    elif writing and writing.version:
        # Whoever has moved or cancelled it here since knows.
        values |= {"edit": None, "edited_at": None}
    keys = {"calendar_id": calendar.id, "appointment_id": appointment.id}
    own = {"organization_id": calendar.organization_id}
    async with core.sessions() as session, session.begin():
        if await session.get(ExternalCalendar, calendar.id) is None:
            return
        await session.execute(
            insert(CalendarWriting)
            .values(**keys, **own, **values)
            .on_conflict_do_update(index_elements=list(keys), set_=values)
        )


async def _forget(core: BookingCore, writing: CalendarWriting) -> None:
    async with core.sessions() as session, session.begin():
        await session.execute(
            delete(CalendarWriting).where(
                CalendarWriting.calendar_id == writing.calendar_id,
                CalendarWriting.appointment_id == writing.appointment_id,
            )
        )
