"""Awkward calendar files: busy exactly when a person would say so, beside a second library's reading."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from booking_core.calendars.external.busy_times import Stretch, merge
from booking_core.calendars.reading.busy_reading import read_busy
from booking_core.calendars.reading.lines import NotACalendar
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.booking_core.calendars.awkward import repeated, single
from tests.booking_core.calendars.awkward.case import Case, event
from tests.booking_core.calendars.owner import Owner, busy
from tests.booking_core.calendars.second_reading import second_reading
from tests.calendar_server import calendar_server
from tests.calendars import joins
from tests.cast import BERLIN, at
from tests.tables import each_row

CASES = [*repeated.CASES, *single.CASES]
SPAN = re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d)-(?:(\d{4}-\d\d-\d\d) )?(\d\d:\d\d)")


def say(busy: str) -> list[Stretch]:
    """What a person wrote down, in UTC."""
    found = []
    for day, begins, other_day, ends in SPAN.findall(busy):
        stretch = [f"{day} {begins}", f"{other_day or day} {ends}"]
        start, end = [datetime.fromisoformat(one).replace(tzinfo=BERLIN).astimezone(UTC) for one in stretch]
        found.append((start, end))
    return found


def read(body: bytes, start: str = "2026-11-23") -> tuple[list[Stretch], int]:
    begins = datetime.fromisoformat(start).replace(tzinfo=BERLIN)
    reading = read_busy(body, begins, begins + timedelta(days=28), "Europe/Berlin")
    return merge((one.start, one.end) for one in reading.stretches), reading.skipped


@each_row("case", CASES)
def test_busy_exactly_when_a_person_would_say_so(case: Case) -> None:
    found, skipped = read(case.body, case.start)
    assert (case.name, found) == (case.name, say(case.busy))
    assert skipped == case.skipped


@each_row("case", [one for one in CASES if not one.alone])
def test_another_library_reads_the_same(case: Case) -> None:
    begins = datetime.fromisoformat(case.start).replace(tzinfo=BERLIN)
    found = second_reading(case.body, begins, begins + timedelta(days=28), BERLIN)
    assert (case.name, merge(found)) == (case.name, say(case.busy))


HAIRCUT = Case("", event("DTSTART:20261124T080000Z", "DTEND:20261124T090000Z"), "")


@each_row(
    "body",
    [
        b"\xef\xbb\xbf" + HAIRCUT.body,
        HAIRCUT.body.replace(b"\r\n", b"\n"),
        HAIRCUT.body.replace(b"\r\n", b"\r"),
        HAIRCUT.body.replace(b"Dentist", "Zahnärztin".encode("cp1252")),
        HAIRCUT.body.replace(b"Dentist", b"Dent\0ist"),
        b"\r\n" + HAIRCUT.body.replace(b"BEGIN:", b"begin:").replace(b"END:", b"end:"),
        HAIRCUT.body.replace(b"DTSTART:2026", b"DTSTART:\r\n 2026"),
    ],
)
def test_spelling_does_not_matter(body: bytes) -> None:
    assert read(body)[0] == say("2026-11-24 09:00-10:00")


@each_row(
    "body",
    [
        b"",
        b"<!doctype html><title>Sign in</title>",
        b'{"error": "not found"}',
        b"BEGIN:VCARD\r\nFN:Ann\r\nEND:VCARD\r\n",
        HAIRCUT.body[:-60],
        HAIRCUT.body.replace(b"END:VCALENDAR\r\n", b""),
        bytes(range(256)) * 40,
    ],
)
def test_what_is_no_whole_calendar_is_refused(body: bytes) -> None:
    with pytest.raises(NotACalendar):
        read(body)


def test_a_calendar_of_a_cancellation_blocks_nothing() -> None:
    cancelled = HAIRCUT.body.replace(b"VERSION:2.0", b"VERSION:2.0\r\nMETHOD:CANCEL")
    assert read(cancelled) == ([], 0)


def test_nothing_of_what_is_written_is_read_but_times() -> None:
    begins = datetime(2026, 11, 23, tzinfo=UTC)
    reading = read_busy(HAIRCUT.body, begins, begins + timedelta(days=7), "Europe/Berlin")
    assert "Dentist" not in repr(reading)
    assert [one.uid for one in reading.stretches] == [""]


async def test_a_tag_that_cannot_be_said_again_is_not_said(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    async with calendar_server() as server:
        owner = Owner(core, salon, await joins(core, salon), server)
        await owner.connects()
        for _ in range(2):
            await owner.looks(busy(at(1, 10)), tag='"éÿ"')
            clock.advance(timedelta(minutes=15))
        assert (await owner.row()).problem is None
        assert "if-none-match" not in server.requests[-1].headers
