"""Whether an appointment may start at a moment, on the wall clock and across clock changes."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from agent.when import TimeRange, When, read
from tests.agent.when.shorthand import LONDON, TUESDAY

BERLIN = ZoneInfo("Europe/Berlin")


def _allows(sentence: str, start: datetime) -> bool:
    return read(sentence, TUESDAY, LONDON).allows(start)


def test_a_time_and_a_day_must_both_fit():
    start = datetime(2026, 6, 12, 17, 30, tzinfo=LONDON)
    assert _allows("friday after five", start)
    assert not _allows("friday after six", start)
    assert not _allows("thursday after five", start)


def test_alternatives_are_enough():
    assert _allows("thursday or friday", datetime(2026, 6, 12, 9, tzinfo=LONDON))
    assert _allows("the 14th or 15th", datetime(2026, 6, 15, 9, tzinfo=LONDON))


def test_a_stretch_of_the_clock_includes_its_end_and_before_does_not():
    four = datetime(2026, 6, 12, 16, tzinfo=LONDON)
    assert _allows("between 2 and 4", four)
    assert _allows("until 4", four)
    assert not _allows("before 4", four)


def test_noon_is_not_in_the_morning():
    noon = datetime(2026, 6, 12, 12, tzinfo=LONDON)
    assert not _allows("in the morning", noon)
    assert _allows("in the morning", noon - timedelta(minutes=1))
    assert _allows("not in the morning", noon)


def test_what_does_not_suit_is_not_allowed():
    assert not _allows("not Monday", datetime(2026, 6, 22, 9, tzinfo=LONDON))
    assert _allows("not Monday", datetime(2026, 6, 23, 9, tzinfo=LONDON))
    assert not _allows("not the 14th", datetime(2026, 6, 14, 9, tzinfo=LONDON))
    assert _allows("not the 14th", datetime(2026, 7, 14, 9, tzinfo=LONDON))
    assert not _allows("I'm busy from 2 to 4", datetime(2026, 7, 14, 15, tzinfo=LONDON))


def test_weekdays_are_allowed_in_any_week():
    assert _allows("on Thursdays", datetime(2026, 8, 13, 9, tzinfo=LONDON))
    assert not _allows("on Thursdays", datetime(2026, 8, 14, 9, tzinfo=LONDON))


def test_nothing_said_allows_everything():
    empty = read("hello", TUESDAY, LONDON)
    assert empty.is_empty
    assert empty.allows(TUESDAY)


def test_a_stretch_past_midnight_holds_both_sides_of_it():
    night = TimeRange(22 * 60, 2 * 60)
    assert night.holds(23 * 60)
    assert night.holds(60)
    assert not night.holds(12 * 60)


def test_the_moment_is_judged_on_the_wall_clock_of_the_zone():
    when = read("friday at 9", TUESDAY, LONDON)
    assert when.allows(datetime(2026, 6, 12, 8, 0, tzinfo=UTC))
    assert when.allows(datetime(2026, 6, 12, 10, 0, tzinfo=BERLIN))
    assert not when.allows(datetime(2026, 6, 12, 9, 0, tzinfo=UTC))


def test_nine_stays_nine_the_week_the_clocks_go_forward():
    friday = datetime(2026, 3, 27, 12, tzinfo=BERLIN)
    when = read("monday at 9", friday, BERLIN)
    assert when.allows(datetime(2026, 3, 30, 7, 0, tzinfo=UTC))
    assert not when.allows(datetime(2026, 3, 30, 8, 0, tzinfo=UTC))


def test_both_half_past_twos_of_the_night_the_clocks_go_back_are_half_past_two():
    when = read("2026-10-25 02:30", TUESDAY, BERLIN)
    first = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)
    assert when.allows(first)
    assert when.allows(first.replace(fold=1))


def test_two_hours_from_now_are_real_hours_when_the_clocks_change():
    before = datetime(2026, 3, 29, 1, 30, tzinfo=BERLIN)
    assert read("in 2 hours", before, BERLIN).times == (TimeRange(4 * 60 + 30, 4 * 60 + 30),)
    back = datetime(2026, 10, 25, 1, 30, tzinfo=BERLIN)
    assert read("in 2 hours", back, BERLIN).times == (TimeRange(2 * 60 + 30, 2 * 60 + 30),)


def test_today_is_the_day_of_the_zone_and_not_of_utc():
    late = datetime(2026, 6, 9, 23, 30, tzinfo=UTC)
    assert read("today", late, BERLIN).dates[0].first == datetime(2026, 6, 10, tzinfo=BERLIN).date()


def test_a_naive_now_is_refused():
    with pytest.raises(ValueError, match="aware"):
        read("today", datetime(2026, 6, 9), "UTC")  # noqa: DTZ001 - the point of the test


def test_the_default_is_empty():
    assert When().is_empty
