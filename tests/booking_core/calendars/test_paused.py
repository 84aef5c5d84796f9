"""Calendars elsewhere of people who have left, or may not see what they show any more."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta

import pytest
from sqlalchemy import delete, update

from booking_core.access.roles import Role
from booking_core.calendars.caldav.arrange import connect_caldav
from booking_core.calendars.caldav.client import Access
from booking_core.calendars.external.arrange import calendars_of, disconnect
from booking_core.calendars.overlaps import overlaps_of
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.team.memberships import Membership
from booking_core.time.clock import FrozenClock
from tests.booking_core.calendars.caldav.test_caldav_answers import CALENDAR, STATE, SYNC
from tests.booking_core.calendars.caldav.test_caldav_refusals import EVENTS
from tests.booking_core.calendars.owner import Owner, busy, calendar, can_start
from tests.calendar_server import Answer, CalendarServer, calendar_server
from tests.calendars import joins
from tests.cast import Visitor, at


@pytest.fixture
async def server() -> AsyncIterator[CalendarServer]:
    async with calendar_server() as running:
        running.answers["PROPFIND /rota/"] = Answer(STATE.format(kind=CALENDAR, mark=SYNC).encode(), 207)
        file = calendar(busy(at(1, 10))).decode()
        running.answers["REPORT /rota/"] = Answer(EVENTS.format(file=file).encode(), 207)
        yield running


@pytest.fixture
async def dana(core: BookingCore, salon: DemoSalon, server: CalendarServer) -> Owner:
    """A member who keeps her own calendar in step."""
    dana = Owner(core, salon, await joins(core, salon, Role.MEMBER, person="Dana"), server)
    who, access = salon.resources["Dana"], Access(server.url("/rota"), "dana", "secret")
    await dana.does(lambda desk: connect_caldav(desk, who, access, dana.place))
    await dana.looks_again()
    return dana


async def leaves(core: BookingCore, dana: Owner) -> None:
    async with core.sessions() as session, session.begin():
        await session.execute(delete(Membership).where(Membership.account_id == dana.actor.id))


async def is_nobody_in_the_agenda(core: BookingCore, dana: Owner) -> None:
    async with core.sessions() as session, session.begin():
        hers = update(Membership).where(Membership.account_id == dana.actor.id)
        await session.execute(hers.values(resource_id=None))


@pytest.mark.parametrize("happens", [leaves, is_nobody_in_the_agenda])
async def test_who_may_not_see_it_any_more_gets_no_names_and_blocks_nothing(
    core: BookingCore,
    salon: DemoSalon,
    dana: Owner,
    server: CalendarServer,
    clock: FrozenClock,
    happens: Callable[[BookingCore, Owner], Awaitable[None]],
) -> None:
    ada = Visitor(core, salon, "Ada")
    assert not await can_start(ada, at(1, 10))
    await happens(core, dana)
    assert await can_start(ada, at(1, 10))
    await ada.books("Haircut", at(1, 10), staff_id=salon.resources["Dana"])
    owner = Owner(core, salon, await joins(core, salon), server)
    asked = len(server.requests)
    clock.advance(timedelta(hours=1))
    await owner.looks_again()
    assert len(server.requests) == asked
    [listed] = await owner.does(calendars_of)
    assert not listed.works
    assert listed.calendar.id not in await owner.sync.hand_out()
    assert await owner.does(overlaps_of) == []
    await owner.does(lambda desk: disconnect(desk, listed.calendar.id))
    assert await owner.does(calendars_of) == []


async def test_who_leaves_in_the_middle_of_a_sync_gets_no_further_name(
    core: BookingCore, salon: DemoSalon, dana: Owner, server: CalendarServer
) -> None:
    for name, hour in (("Ada", 12), ("Ben", 14)):
        await Visitor(core, salon, name).books("Haircut", at(1, hour), staff_id=salon.resources["Dana"])
    fetch, written = dana.sync.fetcher.fetch, []

    async def leave_while_writing(url: str, **request: object) -> object:
        if request.get("method") == "PUT":
            written.append(url)
            await leaves(core, dana)
            return Answer(status=201, headers={"etag": '"1"'})
        return await fetch(url, **request)  # type: ignore[arg-type]

    dana.sync.fetcher.fetch = leave_while_writing  # type: ignore[method-assign, assignment]
    [listed] = await dana.does(calendars_of)
    await dana.sync.sync(listed.calendar.id)
    assert len(written) == 1
