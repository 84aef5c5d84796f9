"""Calendar servers that keep us from something: what they let us read blocks all the same."""

from collections.abc import AsyncIterator

import pytest

from booking_core.calendars.caldav.arrange import connect_caldav
from booking_core.calendars.caldav.client import Access
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.booking_core.calendars.caldav.test_caldav_answers import CALENDAR, STATE, SYNC
from tests.booking_core.calendars.owner import Owner, busy, calendar, can_start
from tests.calendar_server import Answer, CalendarServer, calendar_server
from tests.calendars import joins
from tests.cast import Visitor, at

EVENTS = """<multistatus xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><response>
<href>/rota/own.ics</href><propstat><prop><getetag>"1"</getetag><c:calendar-data>{file}</c:calendar-data></prop></propstat></response>
</multistatus>"""


@pytest.fixture
async def server() -> AsyncIterator[CalendarServer]:
    async with calendar_server() as running:
        running.answers["PROPFIND /rota/"] = Answer(STATE.format(kind=CALENDAR, mark=SYNC).encode(), 207)
        file = calendar(busy(at(1, 10))).decode()
        running.answers["REPORT /rota/"] = Answer(EVENTS.format(file=file).encode(), 207)
        yield running


@pytest.fixture
async def owner(core: BookingCore, salon: DemoSalon, server: CalendarServer) -> Owner:
    owner = Owner(core, salon, await joins(core, salon), server)
    dana, access = salon.resources["Dana"], Access(server.url("/rota"), "dana", "secret")
    await owner.does(lambda desk: connect_caldav(desk, dana, access, owner.place))
    return owner


async def test_a_calendar_that_nobody_may_write_into_blocks_and_says_so(
    core: BookingCore, salon: DemoSalon, owner: Owner, server: CalendarServer
) -> None:
    ada = Visitor(core, salon, "Ada")
    booked = await ada.books("Haircut", at(2, 12), staff_id=salon.resources["Dana"])
    server.answers[f"PUT /rota/{booked.id}.ics"] = Answer(status=403)
    await owner.looks_again()
    row = await owner.row()
    assert row.problem == "The calendar does not let us in: the address or its rights have changed."
    assert row.blocks(core.clock.now())
    assert not await can_start(ada, at(1, 10))


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (Answer(b"<html>", 207), "What was answered is no answer of a calendar server."),
        (
            Answer(STATE.format(kind="", mark="").encode(), 207),
            "There is no calendar at this address: please give that of one calendar, not of all.",
        ),
        (
            Answer(b"<html/>"),
            "There is no calendar at this address: please give that of one calendar, not of all.",
        ),
        (
            Answer(status=301, headers={"Location": "https://10.0.0.1/rota/"}),
            "That is not a public address.",
        ),
        (Answer(status=302, headers={"Location": "http://[::1"}), "What was answered is no HTTP."),
        (Answer(status=503), "It answered with the status 503."),
    ],
)
async def test_what_is_no_calendar_is_said(
    owner: Owner, server: CalendarServer, answer: Answer, problem: str
) -> None:
    server.answers["PROPFIND /rota/"] = answer
    await owner.looks_again()
    assert (await owner.row()).problem == problem


async def test_objects_at_what_is_no_path_are_a_failure(owner: Owner, server: CalendarServer) -> None:
    server.answers["REPORT /rota/"] = Answer(EVENTS.replace("/rota/own.ics", "//[x/").encode(), 207)
    await owner.looks_again()
    row = await owner.row()
    assert row.problem == "What was answered is no answer of a calendar server."
    assert row.failing_since is not None


async def test_what_nobody_expected_is_a_failure_too(
    owner: Owner, server: CalendarServer, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(*_: object, **__: object) -> None:
        raise KeyError("dana:secret")

    owner.sync.fetcher.fetch = fail  # type: ignore[method-assign, assignment]
    await owner.looks_again()
    row = await owner.row()
    assert row.problem == "We could not make sense of what was answered."
    assert row.failing_since is not None
    assert "secret" not in caplog.text
