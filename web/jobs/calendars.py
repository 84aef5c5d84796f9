"""The jobs of calendars elsewhere: every minute those that are due are handed out, each to its own job."""

from procrastinate.job_context import JobContext

from agent.letters.calendar_letter import write_calendar_letter
from booking_core.calendars.external.external_calendar import ExternalCalendar
from booking_core.calendars.sync import LOOK, PAUSED, CalendarSync
from booking_core.core import BookingCore
from booking_core.outbound.fetch import Fetcher
from booking_core.storage.jobs import CALENDARS, MAIL, jobs
from web.jobs.mail import POST, Post
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


@jobs.task(name=PAUSED, queue=MAIL, pass_context=True)
async def tell_calendar_paused(context: JobContext, calendar_id: str) -> None:
    post: Post = context.additional_context[POST]
    await tell_paused(post, calendar_id)


async def tell_paused(post: Post, calendar_id: str) -> None:
    """Once for each time that a calendar fails for long."""
    async with post.core.sessions() as session:
        calendar = await session.get(ExternalCalendar, calendar_id)
    if calendar is not None:
        page = f"{post.console}/{calendar.organization_id}/settings/calendars"
        await write_calendar_letter(post.core, calendar_id, page)


def calendar_sync_of(settings: Settings, core: BookingCore) -> CalendarSync:
    seal = calendar_seal(settings.secret_key, settings.secret_key_old)
    return CalendarSync(core, seal, Fetcher(frozenset(settings.private_calendars)))
