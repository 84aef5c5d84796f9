"""Random businesses in random weeks: the arithmetic of bits finds what the slow and obvious way finds, no
more and no less."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from booking_core.availability.availability import AvailabilityResult
from booking_core.availability.occupancy.busy import Busy
from booking_core.availability.search import reason_of
from booking_core.availability.slots import Question
from booking_core.time.timeline import minutes_of
from tests.booking_core.availability.oracle import Oracle
from tests.booking_core.availability.plain_businesses import open_daily
from tests.booking_core.availability.random_businesses import Case, cases
from tests.booking_core.availability.random_hours import MINUTE
from tests.booking_core.time.clock_changes import CLOCK_CHANGES, ClockChange
from tests.examples import examples


@given(cases())
@settings(
    max_examples=examples(250),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_bits_and_the_obvious_way_agree(case: Case) -> None:
    reading = AvailabilityResult(case.catalogue, case.question, case.busy, case.now)
    oracle = Oracle(case.catalogue, case.question, case.busy, case.now)
    reasons = {start: oracle.why_not(start) for start in oracle.instants()}
    bookable = [start for start, reason in reasons.items() if reason is None]
    assert [reading.horizon.moment_of(minute) for minute in minutes_of(reading.starts)] == bookable
    assert {start: reading.blocks(start) for start in reasons} == reasons
    assert reading.empty_reason() == oracle.empty_reason()
    for start in bookable:
        assert [set(kind) for kind in reading.candidates(start)] == oracle.candidates(start)


@given(cases())
@settings(
    max_examples=examples(100),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_a_listed_start_is_free_when_asked_about_alone(case: Case) -> None:
    """A hold asks about one minute; the list asked about days. The answer must not depend on how much was
    asked."""
    listed = AvailabilityResult(case.catalogue, case.question, case.busy, case.now)
    question, minute = case.question, case.question.start.replace(second=0, microsecond=0)
    while minute < question.end:
        if minute >= question.start:
            alone = Question(
                "srv",
                minute,
                minute + MINUTE,
                None,
                question.duration_min,
                question.staff_id,
                question.party_size,
            )
            reading = AvailabilityResult(case.catalogue, alone, case.busy, case.now)
            assert reading.blocks(minute) == listed.blocks(minute)
        minute += 5 * MINUTE


@given(cases(), st.integers(1, 900))
@settings(
    max_examples=examples(100),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_looking_part_by_part_finds_what_one_look_finds(case: Case, length: int) -> None:
    """A page of free times looks at some days first. What it finds, and why it finds nothing, must not depend
    on that."""
    whole = AvailabilityResult(case.catalogue, case.question, case.busy, case.now)
    found, reasons, start = [], [], case.question.start
    while start < case.question.end:
        end = min(start + length * MINUTE, case.question.end)
        part = structs.replace(case.question, start=start, end=end)
        reading = AvailabilityResult(case.catalogue, part, case.busy, case.now)
        found += reading.slots()
        reasons.append(reading.empty_reason())
        start = end
    assert found == whole.slots()
    if not found:
        assert reason_of(reasons) == whole.empty_reason()


@pytest.mark.parametrize("step", (37, 45, 60, 90, 120))
@pytest.mark.parametrize("change", CLOCK_CHANGES, ids=lambda change: f"{change.zone} {change.moment:%F}")
def test_the_grid_is_the_same_before_and_after_a_clock_change(change: ClockChange, step: int) -> None:
    catalogue = open_daily(change.zone, (0, 1440), slot_step_min=step)
    start = change.moment.replace(minute=0) - timedelta(hours=26)
    whole = AvailabilityResult(catalogue, Question("srv", start, start + timedelta(hours=52)), Busy(), start)
    minutes = (start + minute * MINUTE for minute in range(52 * 60))
    walls = ((moment, moment.astimezone(ZoneInfo(change.zone))) for moment in minutes)
    expected = [moment for moment, wall in walls if (wall.hour * 60 + wall.minute) % step == 0]
    assert [whole.horizon.moment_of(minute) for minute in minutes_of(whole.starts)] == expected
    for hour in range(0, 52, 5):
        part = Question("srv", start + timedelta(hours=hour), start + timedelta(hours=hour + 2))
        reading = AvailabilityResult(catalogue, part, Busy(), start)
        starts = [reading.horizon.moment_of(minute) for minute in minutes_of(reading.starts)]
        assert starts == [moment for moment in expected if part.start <= moment < part.end]


@pytest.mark.parametrize("change", CLOCK_CHANGES, ids=lambda change: f"{change.zone} {change.moment:%F}")
def test_the_booking_window_ends_with_its_last_date_however_often_midnight_comes(change: ClockChange) -> None:
    zone = ZoneInfo(change.zone)
    start = change.moment.replace(minute=0) - timedelta(hours=4)
    catalogue = open_daily(change.zone, (0, 1440), slot_step_min=1, booking_window_days=0)
    for now in (start, start - timedelta(hours=20)):
        today = now.astimezone(zone).date()
        reading = AvailabilityResult(
            catalogue, Question("srv", start, start + timedelta(hours=30)), Busy(), now
        )
        minutes = (start + minute * MINUTE for minute in range(30 * 60))
        expected = [moment for moment in minutes if moment.astimezone(zone).date() <= today]
        assert [reading.horizon.moment_of(minute) for minute in minutes_of(reading.starts)] == expected


def test_a_slot_may_end_exactly_at_closing_and_not_a_minute_later() -> None:
    day = datetime(2026, 11, 24, tzinfo=UTC)
    catalogue = open_daily("Europe/Berlin", (600, 720), slot_step_min=1, durations=[45], buffer_after_min=30)
    question = Question("srv", day, day + timedelta(days=1))
    reading = AvailabilityResult(catalogue, question, Busy(), day)
    starts = [slot.start for slot in reading.slots()]
    assert (starts[0], starts[-1]) == (day + timedelta(hours=9), day + timedelta(hours=10, minutes=15))
