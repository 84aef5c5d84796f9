"""One sync with a calendar on a CalDAV server: what changed there is read, then our appointments are
written."""

import asyncio
from contextlib import suppress

from booking_core.calendars.caldav.client import Access, CaldavClient
from booking_core.calendars.caldav.edits import note_edits
from booking_core.calendars.caldav.outgoing import write_appointments
from booking_core.calendars.external.external_calendar import ExternalCalendar
from booking_core.calendars.external.readings import is_fresh, note_success, window_of
from booking_core.core import BookingCore
from booking_core.outbound.fetch import Fetcher

# For what was done to ours there, and for writing ours: what is left over goes on at the next look.
EDITS_S, WRITING_S = 20.0, 20.0
EMPTY = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"


async def keep_in_step(
    core: BookingCore, fetcher: Fetcher, calendar: ExternalCalendar, access: Access
) -> None:
    """Raises ``NotFetched`` and ``Unreadable``."""
    client = CaldavClient(fetcher, access)
    state = await client.state()
    if is_fresh(calendar, core.clock.now()) and state.mark == calendar.digest:
        await note_success(core, calendar)
    else:
        window = await window_of(core, calendar)
        objects = await client.events(window.start, window.end)
        every = b"".join(f"{one.content.strip()}\r\n".encode() for one in objects)
        reading = await window.read(EMPTY + every)
        # The mark from before our own writing: what somebody else writes meanwhile is read next time.
        mark = state.mark
        try:
            async with asyncio.timeout(EDITS_S):
                await note_edits(core, calendar, client, objects, reading.stretches)
        except TimeoutError:
            mark = None
        await note_success(core, calendar, reading, digest=mark)
    # What blocks is known already, should the calendar be one that nobody may write into.
    with suppress(TimeoutError):
        async with asyncio.timeout(WRITING_S):
            await write_appointments(core, calendar, client)
