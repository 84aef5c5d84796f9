"""Calendars elsewhere, read over HTTP: what they say blocks, and what goes wrong neither blocks nor opens
everything."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import select

from booking_core.access.roles import Role
from booking_core.calendars.external.arrange import calendars_of, connect_ics, disconnect
from booking_core.calendars.external.busy_times import BusyTime
from booking_core.calendars.feeds.arrange import make_feed
from booking_core.calendars.feeds.read import read_feed
from booking_core.core import BookingCore
from booking_core.errors import Conflict, InvalidField, NotAllowed, NotFound, SlotTaken
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import AuditEntry
from booking_core.time.clock import FrozenClock
from tests.booking_core.calendars.awkward.case import event
from tests.booking_core.calendars.owner import SEAL, Owner, busy, calendar, can_start
from tests.calendar_server import Answer, CalendarServer, calendar_server
from tests.calendars import joins
from tests.cast import Visitor, at


@pytest.fixture
async def server() -> AsyncIterator[CalendarServer]:
    async with calendar_server() as running:
        yield running


@pytest.fixture
async def owner(core: BookingCore, salon: DemoSalon, server: CalendarServer) -> Owner:
    return Owner(core, salon, await joins(core, salon), server)


@pytest.fixture
def ada(core: BookingCore, salon: DemoSalon) -> Visitor:
    return Visitor(core, salon, "Ada")


async def test_the_list_the_hold_and_the_booking_know_it(
    salon: DemoSalon, owner: Owner, ada: Visitor
) -> None:
    await owner.connects()
    await owner.looks()
    dana = salon.resources["Dana"]
    held = await ada.holds("Haircut", at(1, 10), staff_id=dana)
    await owner.looks(busy(at(1, 10, 30)))
    with pytest.raises(SlotTaken):
        await ada.confirms(held)
    assert not await can_start(ada, at(1, 11, 15))
    with pytest.raises(SlotTaken):
        await ada.holds("Haircut", at(1, 11), staff_id=dana)
    # It ends and begins to the minute, and is Dana's alone.
    assert await can_start(ada, at(1, 11, 30))
    assert await can_start(ada, at(1, 10, 30), "Miriam")
    booked = await ada.books("Haircut", at(1, 12), staff_id=dana)
    with pytest.raises(SlotTaken):
        await ada.moves(booked, at(1, 10, 45), staff_id=dana)
    await owner.looks()
    assert await can_start(ada, at(1, 10, 30))


async def test_a_room_is_busy_by_its_calendar(salon: DemoSalon, owner: Owner, ada: Visitor) -> None:
    await owner.connects("Treatment room")
    await owner.looks(busy(at(2, 12)))
    with pytest.raises(SlotTaken):
        await ada.holds("Massage", at(2, 12))


async def test_nothing_is_read_that_has_not_changed_and_repeats_are_worked_out_anew_each_day(
    owner: Owner, server: CalendarServer, clock: FrozenClock, ada: Visitor
) -> None:
    await owner.connects()
    daily = event("DTSTART:20261101T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY")
    await owner.looks(daily, tag='"a"')
    first = (await owner.row()).read_at
    clock.advance(timedelta(minutes=15))
    await owner.looks_again()
    row = await owner.row()
    assert server.requests[-1].headers["if-none-match"] == '"a"'
    assert (row.read_at, row.succeeded_at) == (first, clock.now())
    clock.advance(timedelta(days=1))
    await owner.looks_again()
    assert (await owner.row()).read_at == clock.now()
    assert "if-none-match" not in server.requests[-1].headers


async def test_what_fails_counts_for_a_day_more_and_then_blocks_nothing(
    owner: Owner, server: CalendarServer, clock: FrozenClock, ada: Visitor
) -> None:
    await owner.connects()
    await owner.looks(busy(at(3, 12)))
    clock.advance(timedelta(hours=1))
    server.answers["/cal.ics"] = Answer(b"<!doctype html><title>Sign in</title>")
    await owner.looks_again()
    row = await owner.row()
    assert (row.problem, row.failing_since) == ("What was answered is no calendar.", clock.now())
    assert not await can_start(ada, at(3, 12))
    clock.advance(timedelta(hours=22))
    assert not await can_start(ada, at(3, 12))
    clock.advance(timedelta(hours=2))
    assert await can_start(ada, at(3, 12))
    assert not (await owner.row()).blocks(clock.now())
    await owner.looks(busy(at(3, 12)))
    assert ((await owner.row()).problem, await can_start(ada, at(3, 12))) == (None, False)


async def test_whatever_comes_back_is_said_in_a_sentence(owner: Owner, server: CalendarServer) -> None:
    await owner.connects()
    inside = {"Location": "https://192.168.0.1/cal.ics"}
    said = {
        "What was answered is no calendar.": Answer(b"{}"),
        "The calendar breaks off in the middle.": Answer(calendar(busy(at(1, 10)))[:-40]),
        "The calendar does not let us in: the address or its rights have changed.": Answer(status=403),
        "There is no calendar at this address any more.": Answer(status=404),
        "It answered with the status 500.": Answer(status=500),
        "That is not a public address.": Answer(status=302, headers=inside),
        "Only addresses that begin with https:// may be used.": Answer(
            status=301, headers={"Location": "http://example.com/"}
        ),
        "What was answered is no HTTP.": Answer(status=302, headers={"Location": "http://[::1"}),
        "It leads from one address to the next without an end.": Answer(
            status=302, headers={"Location": "/cal.ics"}
        ),
        "What was answered is too large.": Answer(b"x" * (10 * 1024 * 1024 + 1)),
    }
    for problem, answer in said.items():
        server.answers["/cal.ics"] = answer
        await owner.looks_again()
        assert (await owner.row()).problem == problem
    async with owner.core.sessions() as session:
        assert not list(
            await session.scalars(
                select(BusyTime).where(BusyTime.resource_id == (await owner.row()).resource_id)
            )
        )


async def test_our_own_feed_in_it_blocks_nothing_and_anothers_does(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, owner: Owner, ada: Visitor
) -> None:
    booked = await ada.books("Haircut", at(1, 10), staff_id=salon.resources["Dana"])
    await ada.books("Yoga class", at(2, 12))
    feeds = [
        await owner.does(
            lambda desk, who=salon.resources[name]: make_feed(desk, resource_id=who, shows_names=True)
        )
        for name in ("Dana", "Jonas")
    ]
    ours = [await (await read_feed(core, one.token)).file(str) for one in feeds]
    await ada.cancels(booked)
    theirs = await Visitor(core, other_salon, "Ben").books("Haircut", at(1, 14))
    await owner.connects()
    # Two files in one, as a copy of them would be; and what another business promised of the same person.
    await owner.looks()
    copy = b"".join(ours) + calendar(busy(theirs.starts_at, uid=f"{theirs.id}@zimun"))
    owner.server.answers["/cal.ics"] = Answer(copy)
    await owner.looks_again()
    assert (await owner.row()).problem is None
    assert await can_start(ada, at(1, 10))
    assert await can_start(ada, at(2, 12))
    assert not await can_start(ada, at(1, 14))


async def test_two_calendars_with_the_same_events_block_once_and_each_by_itself(
    owner: Owner, ada: Visitor
) -> None:
    first, _ = await owner.connects(), await owner.connects()
    await owner.looks(busy(at(1, 10)), busy(at(1, 10), uid="two@example.com"))
    assert not await can_start(ada, at(1, 10))
    await owner.does(lambda desk: disconnect(desk, first))
    assert not await can_start(ada, at(1, 10))
    await owner.looks()
    assert await can_start(ada, at(1, 10))


async def test_a_form_sent_twice_connects_once_and_a_person_has_five(owner: Owner) -> None:
    assert await owner.connects(key="k") == await owner.connects(key="k")
    for _ in range(4):
        await owner.connects()
    with pytest.raises(Conflict):
        await owner.connects()


async def test_the_address_is_sealed_and_told_nowhere(
    core: BookingCore, salon: DemoSalon, owner: Owner, caplog: pytest.LogCaptureFixture
) -> None:
    await owner.connects(path="/secret-name.ics")
    await owner.looks_again()
    row = await owner.row()
    async with core.sessions() as session:
        noted = await session.scalars(
            select(AuditEntry.details).where(AuditEntry.organization_id == salon.organization_id)
        )
        told = f"{vars(row)} {list(noted)} {caplog.text}"
    assert "secret-name" not in told
    assert row.host == "127.0.0.1"
    assert row.open_address(SEAL) == owner.server.url("/secret-name.ics")


@pytest.mark.parametrize(
    "url", ["", "cal.ics", "http://example.com/a.ics", "https://10.0.0.1/a.ics", "file:///etc"]
)
async def test_addresses_inside_and_none_are_refused(owner: Owner, salon: DemoSalon, url: str) -> None:
    dana = salon.resources["Dana"]
    with pytest.raises(InvalidField) as refused:
        await owner.does(lambda desk: connect_ics(desk, dana, url, owner.place))
    assert refused.value.field == "url"


async def test_webcal_is_https(owner: Owner, salon: DemoSalon) -> None:
    dana, url = salon.resources["Dana"], "webcal://calendar.example.com/a.ics"
    new = await owner.does(lambda desk: connect_ics(desk, dana, url, owner.place))
    assert new.open_address(SEAL) == "https://calendar.example.com/a.ics"


async def test_a_member_connects_their_own_and_nobody_elses(
    core: BookingCore, salon: DemoSalon, owner: Owner, server: CalendarServer
) -> None:
    others = await owner.connects("Miriam")
    dana = Owner(core, salon, await joins(core, salon, Role.MEMBER, person="Dana"), server)
    mine = await dana.connects()
    with pytest.raises(NotAllowed):
        await dana.connects("Miriam")
    with pytest.raises(NotFound):
        await dana.does(lambda desk: disconnect(desk, others))
    assert [one.calendar.id for one in await dana.does(calendars_of)] == [mine]


async def test_what_is_anothers_is_unknown(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, owner: Owner, server: CalendarServer
) -> None:
    other = Owner(core, other_salon, await joins(core, other_salon), server)
    theirs = await other.connects()
    with pytest.raises(NotFound):
        await owner.does(lambda desk: disconnect(desk, theirs))
    assert await owner.does(calendars_of) == []
    stranger = Owner(core, salon, other.actor, server)
    for deed in (calendars_of, lambda desk: disconnect(desk, theirs)):
        with pytest.raises(NotFound):
            await stranger.does(deed)
