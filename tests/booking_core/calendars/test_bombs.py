"""Calendar files that are made to be worked on without an end: each is over soon, and what is sane in it
counts."""

import zlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from booking_core.calendars.reading.apart import PROBLEM, Unreadable, read_apart
from booking_core.calendars.reading.busy_reading import BusyReading
from booking_core.outbound.fetch import Fetcher, NotFetched
from tests.booking_core.calendars.awkward.case import Case, event
from tests.calendar_server import Answer, CalendarServer, calendar_server

NOW = datetime(2026, 11, 23, tzinfo=UTC)
BOMBS = (
    "FREQ=SECONDLY",
    "FREQ=MINUTELY;INTERVAL=7",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;BYMINUTE="
    + ",".join(map(str, range(60)))
    + ";BYYEARDAY="
    + ",".join(map(str, range(1, 366))),
    "FREQ=FORTNIGHTLY",
)


def bomb(rule: str) -> str:
    return event("DTSTART:19700101T000000Z", "DURATION:PT1S", f"RRULE:{rule}", uid=rule)


async def reading(*events: str, most_s: int = 20, most_of_one_s: float = 0.1) -> BusyReading:
    body = Case("", "\n".join(events), "").body
    end, limits = NOW + timedelta(days=400), {"most_of_one_s": most_of_one_s, "most_s": most_s}
    return await read_apart(body, NOW, end, "Europe/Berlin", **limits)  # type: ignore[arg-type]


@pytest.fixture
async def server() -> AsyncIterator[CalendarServer]:
    async with calendar_server() as running:
        yield running


async def test_rules_without_an_end_are_told_and_the_rest_counts() -> None:
    bombs = [bomb(rule) for rule in BOMBS]
    sane = event("DTSTART:20261124T080000Z", "DURATION:PT1H", uid="sane")
    read = await reading(*bombs, sane)
    assert [one.start for one in read.stretches] == [datetime(2026, 11, 24, 8, tzinfo=UTC)]
    assert read.skipped == len(BOMBS)


async def test_five_megabytes_are_read() -> None:
    """Ten years of notes and guests, and a week ahead."""
    padding = "\n".join(f"X-NOTE-{number}:" + "x" * 60 for number in range(6))
    past = [
        event(f"DTSTART:20{number % 26:02}0101T080000Z", "DURATION:PT1H", padding, uid=f"past {number}")
        for number in range(10_000)
    ]
    ahead = [event(f"DTSTART:202611{day}T080000Z", "DURATION:PT1H", uid=str(day)) for day in range(24, 29)]
    assert len("\n".join(past)) > 5_000_000
    assert len((await reading(*past, *ahead)).stretches) == 5


async def test_a_file_that_takes_the_whole_processor_is_given_up() -> None:
    with pytest.raises(Unreadable) as refused:
        await reading(bomb("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"), most_s=1, most_of_one_s=60)
    assert str(refused.value) == PROBLEM


async def test_what_is_packed_is_unpacked_and_never_more_than_ten_megabytes(server: CalendarServer) -> None:
    fetcher = Fetcher(frozenset({server.origin}))
    pack = zlib.compressobj(wbits=31)
    packed = pack.compress(b"small") + pack.flush()
    server.answers["/cal.ics"] = Answer(packed, headers={"Content-Encoding": "gzip"})
    assert (await fetcher.fetch(server.url())).body == b"small"
    pack = zlib.compressobj(wbits=31)
    packed = pack.compress(bytes(200 * 1024 * 1024)) + pack.flush()
    server.answers["/cal.ics"] = Answer(packed, headers={"Content-Encoding": "gzip"})
    with pytest.raises(NotFetched) as refused:
        await fetcher.fetch(server.url())
    assert str(refused.value) == "What was answered is too large."
    server.answers["/cal.ics"] = Answer(b"x", headers={"Content-Encoding": "br"})
    with pytest.raises(NotFetched):
        await fetcher.fetch(server.url())


async def test_a_name_that_changes_its_mind_and_a_redirect_lead_nowhere_inside(
    server: CalendarServer,
) -> None:
    """The origin is allowed here; what it leads to and what a public name resolves to is not."""

    async def inside(_: str, __: int) -> list[str]:
        return ["93.184.216.34", "127.0.0.1"]

    with pytest.raises(NotFetched) as refused:
        await Fetcher(resolve=inside).fetch("https://calendar.example.com/cal.ics")
    assert str(refused.value) == "That host leads to an address that is not public."
    for place in ("https://169.254.169.254/", "https://localhost/", "//127.0.0.1:1/", "https://[::1]/"):
        server.answers["/cal.ics"] = Answer(status=307, headers={"Location": place})
        with pytest.raises(NotFetched):
            await Fetcher(frozenset({server.origin})).fetch(server.url())


async def test_what_lets_us_in_is_told_to_nobody_else(server: CalendarServer) -> None:
    async with calendar_server() as other:
        server.answers["/cal.ics"] = Answer(status=302, headers={"Location": "/there"})
        server.answers["/there"] = Answer(status=302, headers={"Location": other.url("/elsewhere")})
        other.answers["/elsewhere"] = Answer(b"here")
        fetcher = Fetcher(frozenset({server.origin, other.origin}))
        secret = {"Authorization": "Basic c2VjcmV0"}
        answer = await fetcher.fetch(server.url(), headers=secret)
        assert (answer.body, answer.url) == (b"here", other.url("/elsewhere"))
        assert all("authorization" in one.headers for one in server.requests)
        assert "authorization" not in other.requests[0].headers
