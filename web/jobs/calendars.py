"""The jobs of calendars elsewhere: every minute those that are due are looked at, each by its own job."""

from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.job_context import JobContext

from booking_core.calendars.sync import CalendarSync
from booking_core.core import BookingCore
from booking_core.outbound.fetch import Fetcher
from booking_core.storage.jobs import CALENDARS, jobs
from web.secrets.sealing import calendar_seal
from web.settings import Settings

SYNC = "calendar_sync"


@jobs.periodic(cron="* * * * *")
@jobs.task(name="look_at_calendars", queue=CALENDARS, pass_context=True)
async def look_at_calendars(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - the queue says when it was due
    """A job for each calendar that is due and has none waiting."""
    sync: CalendarSync = context.additional_context[SYNC]
    for calendar_id in await sync.due():
        try:
            # Of one calendar one job waits and one works.
            lock = f"calendar:{calendar_id}"
            await look_at_calendar.configure(lock=lock, queueing_lock=lock).defer_async(
                calendar_id=calendar_id
            )
        except AlreadyEnqueued:
            continue


@jobs.task(name="look_at_calendar", queue=CALENDARS, pass_context=True)
async def look_at_calendar(context: JobContext, calendar_id: str) -> None:
    sync: CalendarSync = context.additional_context[SYNC]
    await sync.sync(calendar_id)


def calendar_sync_of(settings: Settings, core: BookingCore) -> CalendarSync:
    seal = calendar_seal(settings.secret_key, settings.secret_key_old)
    return CalendarSync(core, seal, Fetcher(frozenset(settings.private_calendars)))
