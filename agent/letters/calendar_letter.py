"""The letter that tells the business once that a calendar elsewhere cannot be read any more, and blocks
nothing now: who may be booked while they are busy, since when, and where another try is made."""

from agent.conversation.places import local_time_text
from agent.languages.texts.letters.calendar_letters import calendar_words
from agent.letters.content.letter_content import one_line
from booking_core.calendars.external.external_calendar import ExternalCalendar
from booking_core.core import BookingCore
from booking_core.notices.outbox import NewMail, post

KIND = "calendar_paused"


async def write_calendar_letter(core: BookingCore, calendar_id: str, page: str) -> None:
    """Once for each time that it fails for long; ``page`` is where its owner looks. Nothing where it can be
    read again, or the business has no address."""
    now = core.clock.now()
    async with core.sessions() as session, session.begin():
        calendar = await session.get(ExternalCalendar, calendar_id)
        if calendar is None or calendar.failing_since is None or calendar.blocks(now):
            return
        catalogue = await core.catalogue(session, calendar.organization_id)
        organization, since = catalogue.organization, calendar.failing_since
        if organization.email is None:
            return
        person = catalogue.resource(calendar.resource_id)
        zone, words = catalogue.location(person.location_id).time_zone, calendar_words(organization.locale)
        told = {
            "who": one_line(person.name),
            "host": calendar.host,
            "since": local_time_text(catalogue, since, zone, organization.locale),
        }
        letter = NewMail(
            id=f"mail_{calendar.id}_{int(since.timestamp())}",
            organization_id=organization.id,
            kind=KIND,
            recipient=organization.email,
            subject=words.subject.format(**told),
            text=f"{words.hello}\n\n{words.said.format(**told)}\n\n    {page}\n",
        )
        await post(session, letter, now)
