"""Two ways with a real Radicale: what is booked appears there, moves and goes; what stands there blocks; what
is done to ours there is told and not obeyed."""

import re
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from booking_core.appointments.erase_customer import erase_customer
from booking_core.calendars.caldav.arrange import connect_caldav, dismiss_edit, edits_of
from booking_core.calendars.caldav.client import Access
from booking_core.calendars.external.arrange import calendars_of
from booking_core.calendars.external.external_calendar import KEPT_FOR
from booking_core.calendars.overlaps import keep_overlapping, overlaps_of
from booking_core.core import BookingCore
from booking_core.errors import NotFound, SlotTaken
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.booking_core.calendars.caldav.radicale_server import PASSWORD, USER, RadicaleServer, radicale
from tests.booking_core.calendars.owner import Owner, busy, calendar, can_start
from tests.calendars import joins
from tests.cast import Visitor, at

FILE = {"Content-Type": "text/calendar"}
START = re.compile(r"DTSTART[^:]*:(\S+)")


@pytest.fixture(scope="module")
async def server(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[RadicaleServer]:
    async with radicale(tmp_path_factory.mktemp("radicale")) as running:
        yield running


@pytest.fixture
async def owner(core: BookingCore, salon: DemoSalon, server: RadicaleServer) -> AsyncIterator[Owner]:
    """With Dana's calendar, empty, connected and looked at."""
    await server.ask("DELETE")
    await server.ask("MKCALENDAR")
    owner = Owner(core, salon, await joins(core, salon), server)  # type: ignore[arg-type]
    await connects(owner, server)
    yield owner


@pytest.fixture
def ada(core: BookingCore, salon: DemoSalon) -> Visitor:
    return Visitor(core, salon, "Ada")


async def connects(owner: Owner, server: RadicaleServer, password: str = PASSWORD) -> Any:
    dana, access = owner.salon.resources["Dana"], Access(server.url, USER, password)
    new = await owner.does(lambda desk: connect_caldav(desk, dana, access, owner.place))
    await owner.sync.sync(new.id)
    return new


async def books(ada: Visitor, start: datetime) -> Any:
    return await ada.books("Haircut", start, staff_id=ada.salon.resources["Dana"])


async def starts(server: RadicaleServer) -> dict[str, str]:
    return {name: START.findall(text)[-1] for name, text in (await server.files()).items()}


async def test_a_booking_appears_there_moves_and_goes(
    salon: DemoSalon, owner: Owner, server: RadicaleServer, ada: Visitor
) -> None:
    booked = await books(ada, at(1, 10))
    name = f"{booked.id}.ics"
    await owner.looks_again()
    text = (await server.files())[name]
    assert "SUMMARY:Haircut: Ada" in text
    assert not re.search("ATTENDEE|ORGANIZER|METHOD", text)
    assert await starts(server) == {name: "20261124T100000"}
    # Ours blocks nothing, and is written once.
    assert await can_start(ada, at(1, 10, 45))
    await owner.looks_again()
    await owner.looks_again()
    assert (await owner.row()).problem is None
    moved = await ada.moves(booked, at(1, 12), staff_id=salon.resources["Dana"])
    await owner.looks_again()
    assert await starts(server) == {name: "20261124T120000"}
    assert await owner.does(edits_of) == []
    assert await can_start(ada, at(1, 10))
    await ada.cancels(moved)
    await owner.looks_again()
    assert await server.files() == {}


async def test_given_to_somebody_else_it_leaves_this_calendar(
    salon: DemoSalon, owner: Owner, server: RadicaleServer, ada: Visitor
) -> None:
    booked = await books(ada, at(1, 10))
    await owner.looks_again()
    await ada.moves(booked, at(1, 10), staff_id=salon.resources["Miriam"])
    await owner.looks_again()
    assert await server.files() == {}


async def test_what_stands_there_blocks_and_no_more_when_it_is_gone(
    owner: Owner, server: RadicaleServer, ada: Visitor
) -> None:
    await server.ask("PUT", "own.ics", calendar(busy(at(1, 10))).decode(), **FILE)
    await owner.looks_again()
    with pytest.raises(SlotTaken):
        await books(ada, at(1, 10))
    await server.ask("DELETE", "own.ics")
    await owner.looks_again()
    await books(ada, at(1, 10))


async def test_what_is_done_to_ours_there_is_told_and_put_back(
    owner: Owner, server: RadicaleServer, ada: Visitor
) -> None:
    moved, removed = await books(ada, at(1, 10)), await books(Visitor(ada.core, ada.salon, "Ben"), at(1, 12))
    await owner.looks_again()
    text = (await server.files())[f"{moved.id}.ics"]
    other = text.replace("T100000", "T150000").replace("T104500", "T154500")
    await server.ask("PUT", f"{moved.id}.ics", other, **FILE)
    await server.ask("DELETE", f"{removed.id}.ics")
    await owner.looks_again()
    told = {one.appointment.id: one.writing.edit for one in await owner.does(edits_of)}
    assert told == {moved.id: "moved", removed.id: "removed"}
    assert sorted((await starts(server)).values()) == ["20261124T100000", "20261124T120000"]
    assert not await can_start(ada, at(1, 10))
    assert await can_start(ada, at(1, 15))
    await owner.looks_again()
    for one in await owner.does(edits_of):
        key = one.writing.calendar_id, one.appointment.id
        await owner.does(lambda desk, key=key: dismiss_edit(desk, *key))
    assert await owner.does(edits_of) == []
    with pytest.raises(NotFound):
        await owner.does(lambda desk: dismiss_edit(desk, *key))


async def test_an_alarm_noted_there_is_nobodys_edit(
    owner: Owner, server: RadicaleServer, ada: Visitor
) -> None:
    booked = await books(ada, at(1, 10))
    await owner.looks_again()
    text = (await server.files())[f"{booked.id}.ics"]
    alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT1H\r\nEND:VALARM\r\nEND:VEVENT"
    await server.ask("PUT", f"{booked.id}.ics", text.replace("END:VEVENT", alarm), **FILE)
    await owner.looks_again()
    assert await owner.does(edits_of) == []
    assert "VALARM" in (await server.files())[f"{booked.id}.ics"]


async def test_what_overlaps_is_told_until_it_is_kept_moved_or_cancelled(
    salon: DemoSalon, owner: Owner, server: RadicaleServer, ada: Visitor
) -> None:
    people = [Visitor(ada.core, salon, name) for name in ("Ben", "Eve", "Kim")]
    kept, moved, gone = [
        await books(one, at(1, hour)) for one, hour in zip(people, (10, 12, 14), strict=True)
    ]
    await owner.looks_again()
    await server.ask("PUT", "own.ics", calendar(busy(at(1, 10), 5)).decode(), **FILE)
    await owner.looks_again()
    told = [(one.appointment.id, one.customer) for one in await owner.does(overlaps_of)]
    assert told == [(kept.id, "Ben"), (moved.id, "Eve"), (gone.id, "Kim")]
    await owner.does(lambda desk: keep_overlapping(desk, kept.id))
    await people[1].moves(moved, at(1, 16), staff_id=salon.resources["Dana"])
    await people[2].cancels(gone)
    assert await owner.does(overlaps_of) == []
    with pytest.raises(NotFound):
        await owner.does(lambda desk: keep_overlapping(desk, kept.id))


async def test_it_goes_on_after_the_server_was_away_for_an_hour(
    owner: Owner, server: RadicaleServer, ada: Visitor, clock: FrozenClock
) -> None:
    first = await books(ada, at(1, 10))
    await owner.looks_again()
    await server.stop()
    await ada.cancels(first)
    second = await books(ada, at(1, 12))
    for _ in range(4):
        clock.advance(timedelta(minutes=15))
        await owner.looks_again()
    row = await owner.row()
    assert row.problem == "The connection was refused or broke off."
    assert row.blocks(clock.now())
    assert row.blocks_until == row.succeeded_at + KEPT_FOR  # type: ignore[operator]
    await server.start()
    await owner.looks_again()
    assert await starts(server) == {f"{second.id}.ics": "20261124T120000"}
    assert (await owner.row()).problem is None


async def test_what_is_missing_there_is_due_at_once(
    core: BookingCore, owner: Owner, ada: Visitor, clock: FrozenClock
) -> None:
    mine = (await owner.row()).id
    clock.advance(timedelta(minutes=2))
    assert mine not in await owner.sync.hand_out()
    booked = await books(ada, at(1, 10))
    assert mine in await owner.sync.hand_out()
    await owner.looks_again()
    assert mine not in await owner.sync.hand_out()
    await ada.cancels(booked)
    clock.advance(timedelta(minutes=2))
    assert mine in await owner.sync.hand_out()


async def test_a_wrong_password_is_said_and_kept_nowhere(
    owner: Owner, server: RadicaleServer, caplog: pytest.LogCaptureFixture
) -> None:
    new = await connects(owner, server, "a wrong secret")
    rows = {one.calendar.id: one.calendar for one in await owner.does(calendars_of)}
    assert rows[new.id].problem == "The calendar does not let us in: the address or its rights have changed."
    assert "wrong secret" not in f"{vars(rows[new.id])} {caplog.text}"


async def test_who_is_erased_is_named_there_no_more(
    core: BookingCore, owner: Owner, server: RadicaleServer, ada: Visitor, clock: FrozenClock
) -> None:
    booked = await books(ada, at(1, 10))
    await owner.looks_again()
    clock.advance(timedelta(days=2))
    await owner.does(lambda desk: erase_customer(desk, booked.customer_id))
    assert (await owner.row()).id in await owner.sync.hand_out()
    await owner.looks_again()
    [text] = (await server.files()).values()
    assert "Ada" not in text
