"""A calendar that cannot be read for a day: the business is told once, and what does not stand there is
counted."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from agent.languages import LANGUAGES
from agent.languages.texts.letters.calendar_letters import WORDS
from agent.letters.calendar_letter import KIND, write_calendar_letter
from booking_core.calendars.caldav.arrange import connect_caldav
from booking_core.calendars.caldav.client import Access
from booking_core.calendars.caldav.unwritten import count_unwritten
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import Mail
from booking_core.time.clock import FrozenClock
from tests.booking_core.calendars.owner import Owner, busy
from tests.calendar_server import Answer, CalendarServer, calendar_server
from tests.calendars import joins
from tests.cast import Visitor, at
from tests.web.console.settings.connections.test_sender import makes_it_real

PROMISED = text(
    "SELECT count(*) FROM procrastinate_jobs"
    " WHERE task_name = 'tell_calendar_paused' AND args ->> 'calendar_id' = :id"
)
PAGE = "https://zimun.example/console/x/settings/calendars"


@pytest.fixture
async def server() -> AsyncIterator[CalendarServer]:
    async with calendar_server() as running:
        yield running


@pytest.fixture
async def owner(core: BookingCore, salon: DemoSalon, server: CalendarServer) -> Owner:
    await makes_it_real(core, salon)
    return Owner(core, salon, await joins(core, salon), server)


async def told(core: BookingCore, salon: DemoSalon) -> list[Mail]:
    theirs = select(Mail).where(Mail.organization_id == salon.organization_id, Mail.kind == KIND)
    async with core.sessions() as session:
        return list(await session.scalars(theirs))


async def test_the_business_is_told_once_when_it_blocks_nothing_any_more(
    core: BookingCore, salon: DemoSalon, owner: Owner, server: CalendarServer, clock: FrozenClock
) -> None:
    id_ = await owner.connects()
    await owner.looks(busy(at(1, 10)))
    server.answers["/cal.ics"] = Answer(status=500)
    await owner.looks_again()
    await write_calendar_letter(core, id_, PAGE)
    assert await told(core, salon) == []
    clock.advance(timedelta(hours=25))
    for _ in range(2):
        await owner.looks_again()
        await write_calendar_letter(core, id_, PAGE)
    async with core.sessions() as session:
        assert await session.scalar(PROMISED, {"id": id_}) == 2
    [letter] = await told(core, salon)
    assert "Dana" in letter.subject
    assert PAGE in letter.text
    assert server.origin not in letter.text
    await owner.looks(busy(at(1, 10)))
    await write_calendar_letter(core, id_, PAGE)
    server.answers["/cal.ics"] = Answer(status=500)
    await owner.looks_again()
    clock.advance(timedelta(hours=25))
    await owner.looks_again()
    await write_calendar_letter(core, id_, PAGE)
    assert len(await told(core, salon)) == 2


async def test_what_could_not_be_written_is_counted(
    core: BookingCore, salon: DemoSalon, owner: Owner, server: CalendarServer
) -> None:
    who, access = salon.resources["Dana"], Access(server.url("/rota"), "dana", "secret")
    new = await owner.does(lambda desk: connect_caldav(desk, who, access, owner.place))
    assert await owner.does(count_unwritten) == {}
    ada = Visitor(core, salon, "Ada")
    booked = await ada.books("Haircut", at(1, 10), staff_id=who)
    await ada.books("Haircut", at(2, 10), staff_id=salon.resources["Miriam"])
    assert await owner.does(count_unwritten) == {new.id: 1}
    await ada.cancels(booked)
    assert await owner.does(count_unwritten) == {}


def test_every_language_has_its_words() -> None:
    assert WORDS.keys() == {*LANGUAGES}
