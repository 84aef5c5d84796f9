"""Whoever connects calendars of the salon's people and lets them be looked at."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from booking_core.calendars.external.arrange import CalendarPlace, calendars_of, connect_ics
from booking_core.calendars.external.external_calendar import ExternalCalendar
from booking_core.calendars.sync import CalendarSync
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.maintenance.demo import DemoSalon
from booking_core.outbound.fetch import Fetcher
from booking_core.storage.audit import Actor
from tests.booking_core.calendars.awkward.case import Case, event
from tests.calendar_server import Answer, CalendarServer
from tests.cast import Visitor
from web.secrets.sealing import calendar_seal

SEAL = calendar_seal("a key that only the tests know, and long")


def calendar(*events: str) -> bytes:
    return Case("", "\n".join(events), "").body


def busy(start: datetime, hours: float = 1, uid: str = "one@example.com") -> str:
    ends = start + timedelta(hours=hours)
    return event(f"DTSTART:{start:%Y%m%dT%H%M%SZ}", f"DTEND:{ends:%Y%m%dT%H%M%SZ}", uid=uid)


class Owner:
    """Connects calendars of the salon's people, and lets them be looked at."""

    def __init__(self, core: BookingCore, salon: DemoSalon, actor: Actor, server: CalendarServer) -> None:
        self.core, self.salon, self.actor, self.server = core, salon, actor, server
        self.place = CalendarPlace(SEAL, frozenset({server.origin}))
        self.sync = CalendarSync(core, SEAL, Fetcher(self.place.allowed, patience_s=5))

    async def does(self, deed: Callable[[Desk], Awaitable[Any]]) -> Any:
        return await self.core.transaction(self.salon.organization_id, self.actor, deed)

    async def connects(self, person: str = "Dana", path: str = "/cal.ics", key: str = "") -> str:
        who, url = self.salon.resources[person], self.server.url(path)
        new = await self.does(lambda desk: connect_ics(desk, who, url, self.place, key=key))
        return str(new.id)

    async def looks(self, *events: str, tag: str | None = None) -> None:
        """The calendar holds these, and everything connected is looked at."""
        headers = {"ETag": tag} if tag else {}
        self.server.answers["/cal.ics"] = Answer(calendar(*events), headers=headers)
        await self.looks_again()

    async def looks_again(self) -> None:
        for one in await self.does(calendars_of):
            await self.sync.sync(one.calendar.id)

    async def row(self) -> ExternalCalendar:
        [listed] = await self.does(calendars_of)
        return listed.calendar  # type: ignore[no-any-return]


async def can_start(ada: Visitor, start: datetime, person: str = "Dana") -> bool:
    """Whether a haircut can start then."""
    who = ada.salon.resources[person]
    times = await ada.looks("Haircut", start, start + timedelta(minutes=1), staff_id=who)
    return bool(times.slots)
