"""What must hold for any text at all, and for any day written in any way."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.when import DateRange, TimeRange, as_json, explain, read
from agent.when.languages import LANGUAGES
from tests.agent.when.random_texts import ANY_TEXT, DAYS, MINUTES, MOMENTS, MONTHS, WEEKDAYS, ZONES
from tests.agent.when.shorthand import LONDON, TUESDAY
from tests.examples import examples


@given(
    text=ANY_TEXT,
    language=st.sampled_from(LANGUAGES),
    zone=ZONES,
    now=MOMENTS,
)
@settings(max_examples=examples(400))
def test_any_text_is_read_and_said_back(text, language, zone, now):
    when = read(text, now, zone, language)
    assert explain(when)
    assert as_json(when).keys() >= {"dates", "times"}
    assert len(when.problems) == len(set(when.problems))
    assert not (when.unclear and when.allows(now))
    assert isinstance(when.allows(now), bool)
    assert all(0 <= span.start < span.end <= len(text) for span in when.spans)
    for days in (*when.dates, *when.not_dates):
        for day in (days.first, days.last):
            assert day is None or 1870 <= day.year <= 2130
        assert days.first is None or days.last is None or days.first <= days.last
    for hours in (*when.times, *when.not_times):
        assert all(minute is None or 0 <= minute <= 24 * 60 for minute in (hours.first, hours.last))


@pytest.mark.parametrize(
    "piece", ["tomorrow at 5 or ", "14 ", "a" * 50 + " ", "next week ", "1:", "((((", "- ", "half past "]
)
def test_a_long_text_is_read_too(piece):
    read((piece * 10_000)[:10_000], TUESDAY, LONDON)


@given(day=DAYS)
def test_a_day_written_in_many_ways_is_the_same_day(day):
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    ways = (
        day.isoformat(),
        f"{day.month}/{day.day}",
        f"{day.month}/{day.day}/{day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{month} {day.day}",
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month[:3]} {day.year}",
        f"the {day.day}{_suffix(day.day)} of {month}",
        f"{weekday}, {month} {day.day}{_suffix(day.day)}",
        f"can I come on {weekday} the {day.day}{_suffix(day.day)} of {month.lower()} please?",
    )
    for way in ways:
        assert read(way, TUESDAY, LONDON).dates == (DateRange(day, day),), way


@given(minute=MINUTES)
def test_a_time_written_in_many_ways_is_the_same_time(minute):
    hour, past = divmod(minute, 60)
    twelve, half = (hour - 1) % 12 + 1, "pm" if hour >= 12 else "am"
    for way in (
        f"{hour:02}:{past:02}" if hour < 10 or hour >= 13 else f"{twelve}:{past:02} {half}",
        f"{twelve}:{past:02} {half}",
        f"{twelve}:{past:02}{half.upper()}",
        f"at {twelve}.{past:02} {half[0]}.m.",
    ):
        assert read(way, TUESDAY, LONDON).times == (TimeRange(minute, minute),), way


@given(first=st.integers(0, 10 * 60 - 1), last=st.integers(13 * 60, 24 * 60 - 1))
def test_a_stretch_on_the_24_hour_clock_is_read_as_written(first, last):
    text = f"between {_pad(first)} and {_pad(last)}"
    assert read(text, TUESDAY, LONDON).times == (TimeRange(first, last),)


@given(days=st.integers(1, 300))
def test_so_many_days_from_now(days):
    expected = TUESDAY.date() + timedelta(days=days)
    for way in (f"in {days} days", f"{days} days from now", f"{days} days from today"):
        assert read(way, TUESDAY, LONDON).dates == (DateRange(expected, expected),)


@given(day=DAYS, minute=MINUTES)
def test_what_is_read_is_what_is_allowed(day, minute):
    when = read(f"{day.isoformat()} {_pad(minute)}", TUESDAY, LONDON)
    start = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=LONDON)
    assert when.allows(start)
    assert not when.allows(start + timedelta(days=1))
    assert not when.allows(start.replace(minute=(start.minute + 1) % 60))


def _pad(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _suffix(day: int) -> str:
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10 if day not in {11, 12, 13} else 0, "th")
