"""A calendar elsewhere looked at again, of whichever kind it is. What goes wrong is noted at the calendar and
raises nothing."""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta

from redis.exceptions import RedisError
from sqlalchemy import ColumnElement, any_, or_, select

from booking_core.appointments.appointment import CANCELLED, Appointment
from booking_core.calendars.caldav.client import Access, CaldavClient
from booking_core.calendars.caldav.discovery import find_calendars
from booking_core.calendars.caldav.found_calendars import FoundCalendar
from booking_core.calendars.caldav.keep_in_step import keep_in_step
from booking_core.calendars.caldav.writing import CalendarWriting
from booking_core.calendars.external.external_calendar import CALDAV, EVERY, ExternalCalendar, is_working
from booking_core.calendars.external.read_ics import read_ics, try_ics
from booking_core.calendars.reading.apart import Unreadable
from booking_core.core import BookingCore
from booking_core.outbound.fetch import Fetcher, NotFetched
from booking_core.storage.idempotency import Sealer
from booking_core.storage.jobs import CALENDARS, MAIL, defer

logger = logging.getLogger("zimun.calendars")
# Looks at one calendar; its one argument is the calendar's id.
LOOK = "look_at_calendar"
# Tells the business that it blocks nothing any more; its one argument is the calendar's id.
PAUSED = "tell_calendar_paused"
# What is booked stands in a calendar that is kept in step within a minute or two.
SOON = timedelta(minutes=1)
# One look in all: longer than a server and the reading of its file may take, and over before its lock is.
MOST_S, LOCKED_S = 150.0, 300
# Whoever connects a calendar waits so long for the first look.
WAITED_S = 5.0
# Whoever connects one waits so long to hear whether it can be read at all, or which there are.
TRIED_S, FOUND_S = 10.0, 15.0
LATE = "No answer in time."
UNEXPECTED = "We could not make sense of what was answered."


# What nobody holds on to may be collected before it is over.
STARTED: set[asyncio.Task[None]] = set()


class CalendarSync:
    """``seal`` opens addresses."""

    def __init__(self, core: BookingCore, seal: Sealer, fetcher: Fetcher) -> None:
        self.core = core
        self.seal = seal
        self.fetcher = fetcher

    async def hand_out(self) -> Sequence[str]:
        """Promise a look at each calendar that nobody has looked at for a quarter of an hour, and at those in
        which something we have booked is missing or old. Their ids; of two who do this at once each hands out
        others."""
        now = self.core.clock.now()
        late = or_(ExternalCalendar.checked_at.is_(None), ExternalCalendar.checked_at <= now - EVERY)
        behind = (
            (ExternalCalendar.kind == CALDAV)
            & ExternalCalendar.problem.is_(None)
            & (ExternalCalendar.checked_at <= now - SOON)
            & (_is_missing(self.core) | _is_old())
        )
        asked = select(ExternalCalendar).where(is_working(), late | behind).with_for_update(skip_locked=True)
        async with self.core.sessions() as session, session.begin():
            found = list(await session.scalars(asked))
            for one in found:
                one.checked_at = now
                # Of one calendar never two at once.
                lock = f"calendar:{one.id}"
                await defer(session, LOOK, queue=CALENDARS, lock=lock, calendar_id=one.id)
            return [one.id for one in found]

    async def start(self, calendar_id: str, *, waited_s: float = WAITED_S) -> bool:
        """``sync`` it, which goes on by itself where it takes longer than that; whether it is over. A
        process that ends meanwhile leaves it to the next time it is due."""
        task = asyncio.create_task(self.sync(calendar_id))
        STARTED.add(task)
        task.add_done_callback(STARTED.discard)
        over, _ = await asyncio.wait({task}, timeout=waited_s)
        for one in over:
            one.result()
        return bool(over)

    async def try_it(self, kind: str, secret: str, *, waited_s: float = TRIED_S) -> None:
        """Read a calendar that is not connected yet; nothing of it is kept. ``secret`` is what opens it.
        Raises ``NotFetched`` and ``Unreadable``, which say why not."""
        try:
            async with asyncio.timeout(waited_s):
                if kind == CALDAV:
                    await CaldavClient(self.fetcher, Access.of(secret)).state()
                else:
                    await try_ics(self.fetcher, secret, self.core.clock.now())
        except TimeoutError as error:
            raise NotFetched(LATE) from error

    async def find(self, access: Access, *, waited_s: float = FOUND_S) -> Sequence[FoundCalendar]:
        """The calendars at a server that this user may write into. Raises ``NotFetched``, which says what to
        do."""
        try:
            async with asyncio.timeout(waited_s):
                return await find_calendars(self.fetcher, access)
        except TimeoutError as error:
            raise NotFetched(LATE) from error

    async def sync(self, calendar_id: str) -> None:
        """Look at it now, unless somebody does already. Nothing is locked in PostgreSQL and no connection is
        kept while another machine makes up its mind."""
        lock = f"calendar:{calendar_id}"
        with suppress(RedisError):
            if not await self.core.redis.set(lock, "1", nx=True, ex=LOCKED_S):
                return
        try:
            await self._sync(calendar_id)
        finally:
            with suppress(RedisError):
                await self.core.redis.delete(lock)

    async def _sync(self, calendar_id: str) -> None:
        asked = select(ExternalCalendar).where(ExternalCalendar.id == calendar_id, is_working())
        async with self.core.sessions() as session, session.begin():
            calendar = await session.scalar(asked)
        if calendar is None:
            return
        try:
            async with asyncio.timeout(MOST_S):
                await self._look(calendar)
        except (NotFetched, Unreadable) as trouble:
            await self._note_failure(calendar, trouble)
        except TimeoutError:
            await self._note_failure(calendar, NotFetched(LATE))
        except Exception as error:
            # The page must not go on showing an old success. The error's text may hold the address.
            logger.error("Calendar %s failed with %s", calendar_id, type(error).__name__)
            await self._note_failure(calendar, NotFetched(UNEXPECTED))

    async def _look(self, calendar: ExternalCalendar) -> None:
        address = calendar.open_address(self.seal)
        if address is None:
            raise NotFetched("Its address can no longer be read. Please connect the calendar anew.")
        if calendar.kind == CALDAV:
            await keep_in_step(self.core, self.fetcher, calendar, Access.of(address))
        else:
            await read_ics(self.core, self.fetcher, calendar, address)

    async def _note_failure(self, read: ExternalCalendar, trouble: Exception) -> None:
        async with self.core.sessions() as session, session.begin():
            calendar = await session.get(ExternalCalendar, read.id, with_for_update=True)
            if calendar is not None and calendar.sealed_address == read.sealed_address:
                now = self.core.clock.now()
                calendar.fails(now, str(trouble))
                if calendar.has_just_stopped(now):
                    await defer(session, PAUSED, queue=MAIL, lock=f"paused:{read.id}", calendar_id=read.id)


def _is_missing(core: BookingCore) -> ColumnElement[bool]:
    written = select(CalendarWriting.version).where(
        CalendarWriting.calendar_id == ExternalCalendar.id,
        CalendarWriting.appointment_id == Appointment.id,
    )
    return (
        select(Appointment.id)
        .where(
            Appointment.organization_id == ExternalCalendar.organization_id,
            Appointment.starts_at > core.clock.now(),
            Appointment.status != CANCELLED,
            any_(Appointment.resource_ids) == ExternalCalendar.resource_id,
            ~written.exists(),
        )
        .exists()
    )


def _is_old() -> ColumnElement[bool]:
    return (
        select(CalendarWriting.version)
        .join(Appointment, Appointment.id == CalendarWriting.appointment_id)
        .where(
            CalendarWriting.calendar_id == ExternalCalendar.id,
            CalendarWriting.version != Appointment.version,
        )
        .exists()
    )
