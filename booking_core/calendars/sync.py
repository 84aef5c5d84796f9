"""A calendar elsewhere looked at again. What goes wrong is noted at the calendar and
raises nothing."""

from collections.abc import Sequence
from contextlib import suppress

from redis.exceptions import RedisError
from sqlalchemy import or_, select

from booking_core.calendars.external.external_calendar import EVERY, ExternalCalendar
from booking_core.calendars.external.read_ics import read_ics
from booking_core.calendars.reading.apart import Unreadable
from booking_core.core import BookingCore
from booking_core.outbound.fetch import Fetcher, NotFetched
from booking_core.storage.idempotency import Sealer

# Longer than anybody waits for a server and for a file to be read.
LOCKED_S = 300


class CalendarSync:
    """``seal`` opens addresses."""

    def __init__(self, core: BookingCore, seal: Sealer, fetcher: Fetcher) -> None:
        self.core = core
        self.seal = seal
        self.fetcher = fetcher

    async def due(self) -> Sequence[str]:
        """The calendars that nobody has looked at for a quarter of an hour, longest first."""
        now = self.core.clock.now()
        late = or_(ExternalCalendar.checked_at.is_(None), ExternalCalendar.checked_at <= now - EVERY)
        asked = select(ExternalCalendar.id).where(late)
        async with self.core.sessions() as session, session.begin():
            return list(await session.scalars(asked.order_by(ExternalCalendar.checked_at.nulls_first())))

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
        async with self.core.sessions() as session, session.begin():
            calendar = await session.get(ExternalCalendar, calendar_id)
        if calendar is None:
            return
        try:
            address = calendar.open_address(self.seal)
            if address is None:
                raise NotFetched("Its address can no longer be read. Please connect the calendar anew.")
            await read_ics(self.core, self.fetcher, calendar, address)
        except (NotFetched, Unreadable) as trouble:
            await self._note_failure(calendar, str(trouble))

    async def _note_failure(self, read: ExternalCalendar, problem: str) -> None:
        async with self.core.sessions() as session, session.begin():
            calendar = await session.get(ExternalCalendar, read.id, with_for_update=True)
            if calendar is not None and calendar.sealed_address == read.sealed_address:
                calendar.fails(self.core.clock.now(), problem)
