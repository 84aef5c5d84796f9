"""Calendar servers that let everybody wait: a look ends, and what is left goes on at the next."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from booking_core.calendars import sync
from booking_core.calendars.caldav import keep_in_step
from booking_core.calendars.caldav.arrange import connect_caldav
from booking_core.calendars.caldav.client import Access
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.booking_core.calendars.caldav.test_caldav_answers import CALENDAR, STATE, SYNC
from tests.booking_core.calendars.caldav.test_caldav_refusals import EVENTS
from tests.booking_core.calendars.owner import Owner, calendar
from tests.calendar_server import Answer, CalendarServer, calendar_server
from tests.calendars import joins
from tests.cast import Visitor, at


@pytest.fixture
async def server() -> AsyncIterator[CalendarServer]:
    async with calendar_server() as running:
        running.answers["PROPFIND /rota/"] = Answer(STATE.format(kind=CALENDAR, mark=SYNC).encode(), 207)
        running.answers["REPORT /rota/"] = Answer(EVENTS.format(file=calendar().decode()).encode(), 207)
        yield running


@pytest.fixture
async def owner(core: BookingCore, salon: DemoSalon, server: CalendarServer) -> Owner:
    owner = Owner(core, salon, await joins(core, salon), server)
    dana, access = salon.resources["Dana"], Access(server.url("/rota"), "dana", "secret")
    await owner.does(lambda desk: connect_caldav(desk, dana, access, owner.place))
    return owner


def hang(owner: Owner, method: str) -> asyncio.Event:
    """Requests of one method get no answer until the event."""
    fetch, event = owner.sync.fetcher.fetch, asyncio.Event()

    async def wait(url: str, **request: object) -> object:
        if request["method"] == method:
            await event.wait()
        return await fetch(url, **request)  # type: ignore[arg-type]

    owner.sync.fetcher.fetch = wait  # type: ignore[method-assign, assignment]
    return event


async def test_writing_ends_in_time_and_goes_on_at_the_next_look(
    core: BookingCore, salon: DemoSalon, owner: Owner, server: CalendarServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    booked = await Visitor(core, salon, "Ada").books("Haircut", at(1, 10), staff_id=salon.resources["Dana"])
    server.answers[f"PUT /rota/{booked.id}.ics"] = Answer(status=201, headers={"ETag": '"7"'})
    monkeypatch.setattr(keep_in_step, "WRITING_S", 0.1)
    answers = hang(owner, "PUT")
    await owner.looks_again()
    row = await owner.row()
    assert (row.problem, row.succeeded_at) == (None, core.clock.now())
    monkeypatch.undo()
    answers.set()
    await owner.looks_again()
    assert server.requests[-1].path == f"/rota/{booked.id}.ics"


async def test_a_look_without_an_end_is_ended_before_its_lock(
    owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sync.MOST_S < sync.LOCKED_S
    monkeypatch.setattr(sync, "MOST_S", 0.1)
    hang(owner, "REPORT")
    await owner.looks_again()
    assert (await owner.row()).problem == "No answer in time."


async def test_whoever_connects_does_not_wait_for_a_slow_server(owner: Owner) -> None:
    answers, row = hang(owner, "REPORT"), await owner.row()
    assert not await owner.sync.start(row.id, waited_s=0.1)
    assert (await owner.row()).succeeded_at is None
    answers.set()
    await asyncio.gather(*sync.STARTED)
    assert (await owner.row()).succeeded_at is not None
    assert await owner.sync.start(row.id)
