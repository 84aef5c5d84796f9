"""The jobs of calendars elsewhere: every minute those that are due are handed out, each to its own job."""

from procrastinate.job_context import JobContext

from booking_core.calendars.sync import LOOK, CalendarSync
from booking_core.core import BookingCore
from booking_core.outbound.fetch import Fetcher
from booking_core.storage.jobs import CALENDARS, jobs
from web.secrets.sealing import calendar_seal
from web.settings import Settings

SYNC = "calendar_sync"


@jobs.periodic(cron="* * * * *")
@jobs.task(name="look_at_calendars", queue=CALENDARS, pass_context=True)
async def look_at_calendars(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - the queue says when it was due
    sync: CalendarSync = context.additional_context[SYNC]
    await sync.hand_out()


@jobs.task(name=LOOK, queue=CALENDARS, pass_context=True)
async def look_at_calendar(context: JobContext, calendar_id: str) -> None:
    sync: CalendarSync = context.additional_context[SYNC]
    await sync.sync(calendar_id)


def calendar_sync_of(settings: Settings, core: BookingCore) -> CalendarSync:
    seal = calendar_seal(settings.secret_key, settings.secret_key_old)
    return CalendarSync(core, seal, Fetcher(frozenset(settings.private_calendars)))
