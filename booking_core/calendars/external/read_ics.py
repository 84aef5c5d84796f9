"""One look at a calendar file elsewhere: asked whether it has changed, and read where it has."""

import hashlib
import re
from datetime import datetime, timedelta

from booking_core.calendars.external.external_calendar import ExternalCalendar
from booking_core.calendars.external.readings import is_fresh, note_success, window_of
from booking_core.calendars.reading.apart import read_apart
from booking_core.core import BookingCore
from booking_core.outbound.fetch import Fetched, Fetcher, NotFetched

# When a file was made says nothing about what is in it.
STAMPS = re.compile(rb"^(?:DTSTAMP|X-WR-RELCALID|PRODID)[^\r\n]*", re.MULTILINE)
A_DAY = timedelta(days=1)
OK, NOT_MODIFIED, WRONG_WAY_IN, GONE = 200, 304, (401, 403), (404, 410)


async def read_ics(core: BookingCore, fetcher: Fetcher, calendar: ExternalCalendar, address: str) -> None:
    """Raises ``NotFetched`` and ``Unreadable``."""
    may_be_old = is_fresh(calendar, core.clock.now())
    answer = await fetcher.fetch(address, headers=_conditions(calendar) if may_be_old else {})
    if answer.status == NOT_MODIFIED and may_be_old:
        await note_success(core, calendar)
        return
    _must_be_fine(answer)
    digest = hashlib.sha256(STAMPS.sub(b"", answer.body)).hexdigest()
    marks = {
        "digest": digest,
        "etag": _repeatable(answer.headers.get("etag")),
        "last_modified": _repeatable(answer.headers.get("last-modified")),
    }
    reading = None
    if not may_be_old or digest != calendar.digest:
        reading = await (await window_of(core, calendar)).read(answer.body)
    await note_success(core, calendar, reading, **marks)


async def try_ics(fetcher: Fetcher, address: str, now: datetime) -> None:
    """Read it once and keep nothing. Raises ``NotFetched`` and ``Unreadable``."""
    answer = await fetcher.fetch(address)
    _must_be_fine(answer)
    await read_apart(answer.body, now, now + A_DAY, "UTC")


def _conditions(calendar: ExternalCalendar) -> dict[str, str]:
    if etag := _repeatable(calendar.etag):
        return {"If-None-Match": etag}
    since = _repeatable(calendar.last_modified)
    return {"If-Modified-Since": since} if since else {}


def _repeatable(value: str | None) -> str | None:
    """A header that can be said again; None for one in letters that no request can hold."""
    return value if value and value.isascii() else None


def _must_be_fine(answer: Fetched) -> None:
    """Raises ``NotFetched`` for what came in place of the calendar."""
    if answer.status in WRONG_WAY_IN:
        raise NotFetched("The calendar does not let us in: the address or its rights have changed.")
    if answer.status in GONE:
        raise NotFetched("There is no calendar at this address any more.")
    if answer.status != OK:
        raise NotFetched(f"It answered with the status {answer.status}.")
