"""The client of one calendar on a CalDAV server: its state, its objects, and ours written and removed."""

import asyncio
import base64
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from urllib.parse import quote

import msgspec
from msgspec import Struct

from booking_core.calendars.caldav.answers import (
    CalendarObject,
    CalendarState,
    objects_of,
    state_of,
    strong,
)
from booking_core.outbound.fetch import Fetched, Fetcher, NotFetched

STATE = (
    b'<?xml version="1.0"?><propfind xmlns="DAV:" xmlns:s="http://calendarserver.org/ns/">'
    b"<prop><resourcetype/><sync-token/><s:getctag/></prop></propfind>"
)
LISTED = b'<?xml version="1.0"?><propfind xmlns="DAV:"><prop><getetag/></prop></propfind>'
QUERY = (
    '<?xml version="1.0"?><c:calendar-query xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">'
    "<prop><getetag/><c:calendar-data/></prop>"
    '<c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">'
    '<c:time-range start="{start}" end="{end}"/>'
    "</c:comp-filter></c:comp-filter></c:filter></c:calendar-query>"
)
XML = {"Content-Type": "application/xml; charset=utf-8"}
FILE = {"Content-Type": "text/calendar; charset=utf-8"}
MULTISTATUS, PRECONDITION_FAILED = 207, 412
NO_CALENDAR = "There is no calendar at this address: please give that of one calendar, not of all."


class Access(Struct, frozen=True):
    """Where a calendar is and who we are there; sealed as a whole."""

    url: str
    user: str
    password: str

    def __repr__(self) -> str:
        return "Access(…)"

    def to_text(self) -> str:
        return msgspec.json.encode(self).decode()

    @classmethod
    def of(cls, text: str) -> "Access":
        return msgspec.json.decode(text, type=cls)


class CaldavClient:
    def __init__(self, fetcher: Fetcher, access: Access) -> None:
        self._fetcher = fetcher
        self._home = access.url if access.url.endswith("/") else f"{access.url}/"
        self._authorization = basic_authorization(access)

    async def state(self) -> CalendarState:
        """Raises ``NotFetched``, also for what is no calendar."""
        answer = await self._ask("PROPFIND", {"Depth": "0", **XML}, STATE)
        state = await asyncio.to_thread(state_of, _multistatus(answer))
        if not state.is_calendar:
            raise NotFetched(NO_CALENDAR)
        if state.mark is not None:
            return state
        # A server without any mark: the tags of all its objects are one.
        listed = await self._objects("PROPFIND", LISTED)
        tags = sorted((one.name, one.etag) for one in listed)
        return CalendarState(is_calendar=True, mark=sha256(msgspec.json.encode(tags)).hexdigest())

    async def events(self, start: datetime, end: datetime) -> list[CalendarObject]:
        """With their content; those that touch the time between two moments (aware). Raises
        ``NotFetched``."""
        span = {"start": _stamp(start), "end": _stamp(end)}
        return await self._objects("REPORT", QUERY.format(**span).encode())

    async def find(self, name: str) -> str | None:
        """The tag of one object; None where there is none. Raises ``NotFetched``."""
        answer = await self._ask("GET", {}, b"", name)
        if answer.status in (404, 410):
            return None
        _must_be_done(answer)
        return strong(answer.headers.get("etag", ""))

    async def write(self, name: str, body: bytes, etag: str | None) -> str | None:
        """The new tag; None where somebody else has written there: since ``etag``, or at all where that is
        None. Raises ``NotFetched``."""
        condition = {"If-None-Match": "*"} if etag is None else {"If-Match": etag} if etag else {}
        answer = await self._ask("PUT", {**condition, **FILE}, body, name)
        if answer.status == PRECONDITION_FAILED:
            return None
        _must_be_done(answer)
        return strong(answer.headers.get("etag", "")) or await self.find(name)

    async def remove(self, name: str) -> None:
        """Whatever has become of it; nothing where it is gone. Raises ``NotFetched``."""
        answer = await self._ask("DELETE", {}, b"", name)
        if answer.status not in (404, 410):
            _must_be_done(answer)

    async def _objects(self, method: str, body: bytes) -> list[CalendarObject]:
        answer = _multistatus(await self._ask(method, {"Depth": "1", **XML}, body))
        return await asyncio.to_thread(objects_of, answer)

    async def _ask(self, method: str, headers: Mapping[str, str], body: bytes, name: str = "") -> Fetched:
        headers = {**self._authorization, **headers}
        url = self._home + quote(name)
        return await self._fetcher.fetch(url, method=method, headers=headers, body=body)


def basic_authorization(access: Access) -> dict[str, str]:
    """The header that signs in."""
    pair = base64.b64encode(f"{access.user}:{access.password}".encode()).decode()
    return {"Authorization": f"Basic {pair}"}


def _multistatus(answer: Fetched) -> bytes:
    _must_be_done(answer)
    if answer.status != MULTISTATUS:
        raise NotFetched(NO_CALENDAR)
    return answer.body


def _must_be_done(answer: Fetched) -> None:
    match answer.status:
        case 401 | 403:
            raise NotFetched("The calendar does not let us in: the address or its rights have changed.")
        case 404 | 410:
            raise NotFetched("There is no calendar at this address any more.")
        case status if not 200 <= status < 300:
            raise NotFetched(f"It answered with the status {answer.status}.")


def _stamp(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
