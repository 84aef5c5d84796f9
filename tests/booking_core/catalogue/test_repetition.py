"""Hours of every second week and days off that come again, read on the wall clock over its changes."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from booking_core.availability.slots import Question
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.locations import Location
from booking_core.catalogue.opening_hours import OpeningOverride, OpeningWindow, RepeatedTimeOff, TimeOff
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.repetition import check_repetition, repeats_on
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services import Service, ServiceResource
from booking_core.core import BookingCore
from booking_core.errors import InvalidField
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from booking_core.time.timeline import Horizon
from tests.booking_core.time.clock_changes import CURIOUS, IN_USE, ClockChange
from tests.cast import Visitor, at

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
WEEK = 7 * DAY


@st.composite
def repeated(draw: st.DrawFn, change: ClockChange) -> tuple[Catalogue, Horizon]:
    """A person with some days off and hours around a change of the clocks, and a week or two around it."""
    around = change.moment.date()
    anchors = st.integers(-40, 3).map(lambda days: around + days * DAY)
    location = Location(id="loc", time_zone=change.zone, position=0)
    person = Resource(id="res", location_id="loc", kind="staff", position=0)
    days_off = [
        RepeatedTimeOff(
            resource_id="res",
            weekday=draw(st.integers(0, 6)),
            starts=(starts := draw(st.integers(0, 1439))),
            ends=starts + draw(st.integers(1, 1440)),
            every_weeks=draw(st.integers(1, 4)),
            anchor=(anchor := draw(anchors)),
            until=draw(st.none() | st.integers(0, 50).map(lambda days: anchor + days * DAY)),
        )
        for _ in range(draw(st.integers(1, 4)))
    ]
    windows = [
        OpeningWindow(
            resource_id="res",
            weekday=draw(st.integers(0, 6)),
            opens=(opens := draw(st.integers(0, 1439))),
            closes=opens + draw(st.integers(1, 1440)),
            every_weeks=draw(st.sampled_from((None, 2, 3))),
            anchor=draw(anchors),
            until=draw(st.none() | anchors),
        )
        for _ in range(draw(st.integers(0, 4)))
    ]
    other_hours = [
        OpeningOverride(resource_id="res", day=around + days * DAY, windows=[[540, 660]])
        for days in draw(st.sets(st.integers(-5, 5), max_size=3))
    ]
    rows = {
        Location: [location],
        Resource: [person],
        Service: [],
        ServiceResource: [],
        OpeningWindow: windows,
        OpeningOverride: other_hours,
        TimeOff: [],
        RepeatedTimeOff: days_off,
    }
    start = change.moment - draw(st.integers(0, 3)) * DAY - draw(st.integers(0, 600)) * MINUTE
    return Catalogue(Organization(id="o", locale="en"), rows), Horizon.between(start, start + 4 * DAY)


def weeks_between(first: date, second: date) -> int:
    """Counted one Monday after the other."""
    monday, count = first - first.weekday() * DAY, 0
    while monday + WEEK <= second:
        monday, count = monday + WEEK, count + 1
    return count


def holds(rule: RepeatedTimeOff | OpeningWindow, day: date) -> bool:
    return (
        day.weekday() == rule.weekday
        and (rule.anchor is None or rule.anchor <= day)
        and (rule.until is None or day <= rule.until)
        and (rule.anchor is None or weeks_between(rule.anchor, day) % (rule.every_weeks or 1) == 0)
    )


@pytest.mark.parametrize(
    "change", [*IN_USE, *CURIOUS], ids=lambda change: f"{change.zone} {change.moment:%F}"
)
@given(data=st.data())
@settings(max_examples=12, deadline=None)
def test_days_off_and_hours_are_those_of_the_wall_clock(change: ClockChange, data: st.DataObject) -> None:
    """Each minute by itself: what the clock on the wall shows then, and which rules began that date or the
    one before."""
    catalogue, horizon = data.draw(repeated(change))
    person, clock = catalogue.resources["res"], ZoneInfo(change.zone)
    away = catalogue.away(horizon, person, "loc")
    days_off, kept = catalogue._repeated_off["res"], catalogue._weekly
    for minute in range(0, horizon.minutes, 7):
        wall = horizon.moment_of(minute).astimezone(clock)
        shown, is_off = wall.hour * 60 + wall.minute, False
        for days in (0, 1):
            day = wall.date() - days * DAY
            if not catalogue.has_override("res", day):
                is_off |= any(
                    rule.starts <= shown + days * 1440 < rule.ends for rule in days_off if holds(rule, day)
                )
        assert bool(away >> minute & 1) == is_off, wall
    for number in range(8):
        day = horizon.origin.date() + number * DAY
        expected = (
            [(540, 660)]
            if catalogue.has_override("res", day)
            else [(one.opens, one.closes) for one in kept.get(("res", day.weekday()), ()) if holds(one, day)]
        )
        assert list(catalogue.windows("res", day)) == expected


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 52), st.integers(0, 400))
def test_it_comes_again_after_so_many_weeks_and_never_before_its_anchor(
    anchor: date, every: int, days: int
) -> None:
    day = anchor + days * DAY
    assert repeats_on(day, every, anchor, None) == (weeks_between(anchor, day) % every == 0)
    assert not repeats_on(anchor - DAY, every, anchor, None)
    assert not repeats_on(day, every, anchor, day - DAY)
    assert repeats_on(day, every, anchor, None) == repeats_on(day + every * WEEK, every, anchor, None)


async def test_every_second_tuesday_off_is_told_as_time_off(
    core: BookingCore, ada: Visitor, salon: DemoSalon
) -> None:
    async with core.sessions() as session, session.begin():
        session.add(
            RepeatedTimeOff(
                id=new_id("off"),
                organization_id=salon.organization_id,
                resource_id=salon.resources["Miriam"],
                weekday=1,
                starts=9 * 60,
                ends=12 * 60,
                every_weeks=2,
                anchor=date(2026, 11, 24),
            )
        )

    async def first_start(week: int) -> datetime:
        day = 1 + 7 * week
        return (await ada.looks("Beard trim", at(day, 0), at(day + 1, 0))).slots[0].start

    assert [await first_start(week) for week in range(3)] == [at(1, 12), at(8, 9), at(15, 12)]
    morning = Question(salon.services["Beard trim"], at(1, 10), at(1, 10, 1))
    assert (await ada.at_desk(lambda desk: desk.explain(morning))).rule == "time_off"


async def test_hours_of_alternate_weeks_and_a_date_of_its_own_hours(
    core: BookingCore, ada: Visitor, salon: DemoSalon
) -> None:
    """Miriam comes every second Tuesday only, and on one of the others by way of exception."""
    miriam = {"o": salon.organization_id, "r": salon.resources["Miriam"]}
    async with core.sessions() as session, session.begin():
        await session.execute(
            text(
                "UPDATE opening_windows SET every_weeks = 2, anchor = '2026-11-23'"
                " WHERE resource_id = :r AND organization_id = :o AND weekday = 1"
            ),
            miriam,
        )
        await session.execute(
            text(
                "INSERT INTO opening_overrides (id, organization_id, resource_id, day, windows)"
                f" VALUES ('{new_id('ovr')}', :o, :r, '2026-12-15', '[[600, 660]]')"
            ),
            miriam,
        )

    async def count(week: int) -> int:
        return len((await ada.looks("Beard trim", at(1 + 7 * week, 0), at(2 + 7 * week, 0))).slots)

    assert [await count(0), await count(1), await count(2), await count(3)] == [31, 0, 31, 3]


@pytest.mark.parametrize(
    ("every", "anchor", "until", "field"),
    [
        (0, None, None, "every_weeks"),
        (53, date(2026, 1, 1), None, "every_weeks"),
        (2, None, None, "anchor"),
        (1, date(2026, 2, 1), date(2026, 1, 1), "until"),
    ],
)
def test_a_repetition_that_cannot_be_is_refused(
    every: int, anchor: date | None, until: date | None, field: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        check_repetition(every, anchor, until)
    assert refused.value.field == field
    check_repetition(2, date(2026, 1, 1), date(2026, 1, 1))
