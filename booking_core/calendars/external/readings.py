"""A reading of a calendar elsewhere, written down as busy times: from a day ago to as far ahead as anybody
can book, and without what is ours."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import select

from booking_core.appointments.appointment import Appointment
from booking_core.calendars.external.busy_times import Stretch, merge, replace_busy_times
from booking_core.calendars.external.external_calendar import ExternalCalendar
from booking_core.calendars.reading.apart import read_apart
from booking_core.calendars.reading.busy_reading import BusyReading, BusyStretch
from booking_core.core import BookingCore

# What repeats is worked out as far ahead as anybody can book, and anew once a day.
SPARE, ANEW_AFTER = timedelta(days=3), timedelta(days=1)
APPOINTMENT = re.compile(r"(apt_[a-z0-9]+)@zimun")


class Window(Struct, frozen=True):
    """What is read of a calendar: between two moments (UTC), on the clock of its owner's place."""

    start: datetime
    end: datetime
    time_zone: str

    async def read(self, body: bytes) -> BusyReading:
        """Raises ``Unreadable``."""
        return await read_apart(body, self.start, self.end, self.time_zone)


def is_fresh(calendar: ExternalCalendar, now: datetime) -> bool:
    """Whether what was read last is far enough ahead still."""
    return calendar.read_at is not None and now - calendar.read_at < ANEW_AFTER


async def window_of(core: BookingCore, calendar: ExternalCalendar) -> Window:
    catalogue, now = await core.catalogue_of(calendar.organization_id), core.clock.now()
    days = max((one.booking_window_days for one in catalogue.services.values()), default=0)
    place = catalogue.location(catalogue.resource(calendar.resource_id).location_id)
    return Window(now - timedelta(days=1), now + timedelta(days=days) + SPARE, place.time_zone)


async def note_success(
    core: BookingCore, read: ExternalCalendar, reading: BusyReading | None = None, **marks: Any
) -> None:
    """It was read, or has not changed since where there is no ``reading``; ``marks`` are by what it is known
    next time. Nothing of a calendar that was disconnected, or given another address, meanwhile."""
    async with core.sessions() as session, session.begin():
        calendar = await session.get(ExternalCalendar, read.id, with_for_update=True)
        if calendar is None or calendar.sealed_address != read.sealed_address:
            return
        calendar.succeeds(core.clock.now())
        for name, value in marks.items():
            setattr(calendar, name, value)
        if reading is None:
            return
        names = {one.uid for one in reading.stretches if one.uid}
        ids = [found[1] for name in names if (found := APPOINTMENT.fullmatch(name))]
        own = select(Appointment.id).where(
            Appointment.organization_id == calendar.organization_id, Appointment.id.in_(ids)
        )
        known = {f"{one}@zimun" for one in await session.scalars(own)}
        foreign = [one for one in reading.stretches if not _is_ours(one, calendar, known)]
        await replace_busy_times(session, calendar, _whole(foreign))
        calendar.read_at, calendar.skipped = calendar.succeeded_at, reading.skipped


def _is_ours(one: BusyStretch, calendar: ExternalCalendar, known: set[str]) -> bool:
    """What we have written there, what one of our feeds has told it, or what stood in a letter of ours: it is
    in our book already, or not any more."""
    return one.uid in known or one.uid.endswith(f"@{calendar.organization_id}.zimun")


def _whole(stretches: Sequence[BusyStretch]) -> list[Stretch]:
    """In whole seconds, without overlaps."""
    seconds = [(one.start.replace(microsecond=0), one.end.replace(microsecond=0)) for one in stretches]
    return merge(seconds)
