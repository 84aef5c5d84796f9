"""The clock on the wall, minute by minute, in the zones that do odd things with it."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booking_core.catalogue.hours.opening_hours import Window, open_bits
from booking_core.time.timeline import MINUTE, Horizon, minutes_of
from booking_core.time.wall_clock import exists, midnight, stretches
from tests.booking_core.time.clock_changes import CLOCK_CHANGES, CURIOUS, IN_USE, ClockChange
from tests.examples import examples

WINDOWS = st.lists(
    st.tuples(st.integers(0, 1439), st.integers(1, 1440)).map(lambda w: (w[0], min(w[0] + w[1], 2880))),
    max_size=2,
)


@st.composite
def horizons_around_a_change(draw: st.DrawFn) -> tuple[str, Horizon]:
    change = draw(st.sampled_from(CLOCK_CHANGES))
    start = change.moment + timedelta(minutes=draw(st.integers(-2000, 200)))
    return change.zone, Horizon(start, draw(st.integers(0, 2400)))


def wall(horizon: Horizon, minute: int, zone: str) -> datetime:
    return horizon.moment_of(minute).astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)


def shows(clock: datetime, day: date, window: Window) -> bool:
    """Whether a clock on the wall shows a time of that day's window, which may reach into the next date."""
    minutes_since_midnight = (clock - datetime.combine(day, time())) / MINUTE
    return window[0] <= minutes_since_midnight < window[1]


@pytest.mark.parametrize(
    "change", (*IN_USE, *CURIOUS), ids=lambda change: f"{change.zone} {change.moment:%F}"
)
def test_the_clock_changes_where_the_tests_think(change: ClockChange) -> None:
    zone = ZoneInfo(change.zone)
    before = (change.moment - MINUTE).astimezone(zone).utcoffset()
    assert before != change.moment.astimezone(zone).utcoffset()


@given(horizons_around_a_change(), st.lists(WINDOWS, min_size=7, max_size=7))
@settings(max_examples=examples(150))
def test_a_minute_is_open_exactly_when_the_wall_shows_a_time_of_the_window(
    where: tuple[str, Horizon], weekly: list[list[Window]]
) -> None:
    zone, horizon = where
    expected = set()
    for minute in range(horizon.minutes):
        clock = wall(horizon, minute, zone)
        today, yesterday = clock.date(), clock.date() - timedelta(days=1)
        if any(shows(clock, day, window) for day in (today, yesterday) for window in weekly[day.weekday()]):
            expected.add(minute)
    assert set(minutes_of(open_bits(horizon, zone, lambda day: weekly[day.weekday()]))) == expected


@given(horizons_around_a_change())
@settings(max_examples=examples(150))
def test_a_horizon_is_cut_exactly_where_the_clock_changes(where: tuple[str, Horizon]) -> None:
    zone, horizon = where
    pieces = list(stretches(horizon, zone))
    assert (pieces[0].start, pieces[-1].end) == (horizon.origin, horizon.end)
    assert all(one.end == following.start for one, following in pairwise(pieces))
    for piece in pieces:
        moment = piece.start
        while moment < piece.end:
            assert moment.astimezone(ZoneInfo(zone)).utcoffset() == piece.offset
            moment += MINUTE


@given(st.sampled_from(CLOCK_CHANGES), st.integers(-3, 3))
def test_midnight_is_the_first_minute_of_the_date(change: ClockChange, days: int) -> None:
    day = change.moment.astimezone(ZoneInfo(change.zone)).date() + timedelta(days=days)
    start = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=36)
    minutes = (start + minute * MINUTE for minute in range(72 * 60))
    of_that_day = (m for m in minutes if m.astimezone(ZoneInfo(change.zone)).date() >= day)
    assert midnight(day, change.zone) == next(of_that_day)


def test_the_date_that_never_was_begins_with_the_one_after_it() -> None:
    assert midnight(date(2011, 12, 30), "Pacific/Apia") == midnight(date(2011, 12, 31), "Pacific/Apia")


def test_the_day_the_clocks_go_forward_has_no_half_past_two() -> None:
    assert not exists(datetime.fromisoformat("2026-03-29T02:30"), "Europe/Berlin")
    assert exists(datetime.fromisoformat("2026-03-29T03:00"), "Europe/Berlin")
    assert exists(datetime.fromisoformat("2026-10-25T02:30"), "Europe/Berlin")


def test_an_hour_that_happens_twice_is_open_twice() -> None:
    night = Horizon.between(datetime(2026, 10, 24, 22, tzinfo=UTC), datetime(2026, 10, 25, 6, tzinfo=UTC))
    two_to_three = open_bits(night, "Europe/Berlin", lambda _: [(120, 180)])
    assert two_to_three.bit_count() == 120
