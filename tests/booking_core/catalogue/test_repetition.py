"""Hours of every second week and days off that come again, read on the wall clock over its changes."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.hours.opening_hours import (
    OpeningOverride,
    OpeningWindow,
    RepeatedTimeOff,
    TimeOff,
)
from booking_core.catalogue.hours.repetition import repeats_on
from booking_core.catalogue.locations import Location
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services.services import Service, ServiceResource
from booking_core.time.timeline import Horizon
from tests.booking_core.time.clock_changes import CURIOUS, IN_USE, ClockChange
from tests.examples import examples

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
WEEK = 7 * DAY


@st.composite
def repeat(draw: st.DrawFn, change: ClockChange) -> tuple[Catalogue, Horizon]:
    """A person with some days off and hours around a change of the clocks, and a week or two around it."""
    around = change.moment.date()
    anchors = st.integers(-40, 3).map(lambda days: around + days * DAY)
    location = Location(id="loc", time_zone=change.zone, position=0)
    person = Resource(id="res", location_id="loc", kind="staff", position=0)
    days_off = [day_off(draw, anchors) for _ in range(draw(st.integers(1, 4)))]
    windows = [some_hours(draw, anchors) for _ in range(draw(st.integers(0, 4)))]
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


def day_off(draw: st.DrawFn, anchors: st.SearchStrategy[date]) -> RepeatedTimeOff:
    return RepeatedTimeOff(
        resource_id="res",
        weekday=draw(st.integers(0, 6)),
        starts=(starts := draw(st.integers(0, 1439))),
        ends=starts + draw(st.integers(1, 1440)),
        every_weeks=draw(st.integers(1, 4)),
        anchor=(anchor := draw(anchors)),
        until=draw(st.none() | st.integers(0, 50).map(lambda days: anchor + days * DAY)),
    )


def some_hours(draw: st.DrawFn, anchors: st.SearchStrategy[date]) -> OpeningWindow:
    return OpeningWindow(
        resource_id="res",
        weekday=draw(st.integers(0, 6)),
        opens=(opens := draw(st.integers(0, 1439))),
        closes=opens + draw(st.integers(1, 1440)),
        every_weeks=draw(st.sampled_from((None, 2, 3))),
        anchor=draw(anchors),
        until=draw(st.none() | anchors),
    )


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
@settings(max_examples=examples(12))
def test_days_off_and_hours_are_those_of_the_wall_clock(change: ClockChange, data: st.DataObject) -> None:
    """Each minute by itself: what the clock on the wall shows then, and which rules began that date or the
    one before."""
    catalogue, horizon = data.draw(repeat(change))
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
