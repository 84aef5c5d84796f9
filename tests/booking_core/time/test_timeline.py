"""A stretch of time as one integer says the same as a set of minutes."""

from datetime import UTC, datetime, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from booking_core.time.timeline import MINUTE, Horizon, minutes_of, span, starts_of_runs, union

SPANS = st.tuples(st.integers(-60, 400), st.integers(-60, 400))
TIMELINES = st.integers(0, (1 << 300) - 1)
MOMENTS = st.integers(0, 3 * 86400 * 1000).map(
    lambda milliseconds: datetime(2026, 11, 22, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
)


@given(SPANS)
def test_a_span_is_its_minutes_from_the_origin_on(ends: tuple[int, int]) -> None:
    assert set(minutes_of(span(*ends))) == {minute for minute in range(*ends) if minute >= 0}


@given(st.lists(SPANS, max_size=8))
def test_a_union_is_every_minute_of_its_spans(spans: list[tuple[int, int]]) -> None:
    expected = {minute for ends in spans for minute in range(*ends) if minute >= 0}
    assert set(minutes_of(union(spans))) == expected


@given(TIMELINES)
def test_minutes_come_earliest_first_and_make_the_timeline_again(bits: int) -> None:
    minutes = list(minutes_of(bits))
    assert minutes == sorted(minutes)
    assert sum(1 << minute for minute in minutes) == bits


@given(TIMELINES, st.integers(1, 320))
def test_a_run_starts_where_every_minute_of_it_is_free(bits: int, length: int) -> None:
    free = set(minutes_of(bits))
    expected = {start for start in free if all(start + step in free for step in range(length))}
    assert set(minutes_of(starts_of_runs(bits, length))) == expected


@given(MOMENTS, MOMENTS)
def test_a_horizon_covers_from_its_start_to_its_end(start: datetime, end: datetime) -> None:
    horizon = Horizon.between(start, end)
    assert horizon.origin <= start < horizon.origin + MINUTE
    if horizon.origin <= end:
        assert horizon.end - MINUTE < end <= horizon.end
    else:
        assert horizon.minutes == 0


@given(MOMENTS, MOMENTS, MOMENTS)
def test_busy_time_blocks_every_minute_it_touches(origin: datetime, start: datetime, end: datetime) -> None:
    horizon = Horizon.between(origin, origin + timedelta(hours=6))
    assume(start != end)
    start, end = sorted((start, end))
    touched = {
        minute
        for minute in range(horizon.minutes)
        if start < horizon.moment_of(minute + 1) and horizon.moment_of(minute) < end
    }
    assert set(minutes_of(horizon.bits_between(start, end))) == touched


@given(MOMENTS, MOMENTS)
def test_a_moment_lies_in_its_minute(origin: datetime, moment: datetime) -> None:
    horizon = Horizon.between(origin, origin)
    minute = horizon.minute_of(moment)
    assert horizon.moment_of(minute) <= moment < horizon.moment_of(minute + 1)
    first = horizon.first_minute_from(moment)
    assert horizon.moment_of(first - 1) < moment <= horizon.moment_of(first)
