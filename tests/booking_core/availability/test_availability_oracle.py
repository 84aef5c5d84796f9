"""Random businesses in random weeks: the arithmetic of bits finds what the slow and obvious way finds, no
more and no less."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Struct, structs

from booking_core.availability.availability import AvailabilityResult
from booking_core.availability.occupancy.busy import Busy, ClassBlock, Span
from booking_core.availability.search import reason_of
from booking_core.availability.slots import Question
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.locations import Location
from booking_core.catalogue.opening_hours import OpeningOverride, OpeningWindow, TimeOff
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services import Service, ServiceResource
from booking_core.time.timeline import minutes_of
from tests.booking_core.availability.oracle import Oracle
from tests.booking_core.time.clock_changes import CLOCK_CHANGES, ClockChange

MINUTE = timedelta(minutes=1)
# 25 and 37 divide no day, 90 and 120 no shifted one.
STEPS = (5, 10, 15, 20, 25, 30, 37, 45, 60, 90, 120)


class Case(Struct):
    catalogue: Catalogue
    question: Question
    busy: Busy
    now: datetime


def window(draw: st.DrawFn) -> tuple[int, int]:
    opens = draw(st.integers(0, 95)) * 15
    return opens, min(opens + draw(st.sampled_from((45, 240, 480, 720, 1440, 1500))), 2880)


def hours(draw: st.DrawFn, owner: dict[str, str], often: int) -> list[OpeningWindow]:
    days = [day for day in range(7) if draw(st.integers(1, 10)) <= often]
    return [
        OpeningWindow(**owner, weekday=day, opens=opens, closes=closes)
        for day in days
        for opens, closes in (window(draw) for _ in range(draw(st.integers(1, 2))))
    ]


def overrides(draw: st.DrawFn, owner: dict[str, str], today: date) -> list[OpeningOverride]:
    days = draw(st.sets(st.integers(-1, 2), max_size=1))
    return [
        OpeningOverride(
            **owner,
            day=today + timedelta(days=day),
            windows=[list(window(draw)) for _ in range(draw(st.integers(0, 1)))],
        )
        for day in days
    ]


Stretch = tuple[datetime, datetime]


def spans(draw: st.DrawFn, around: datetime, most: int) -> list[Stretch]:
    found = []
    for _ in range(draw(st.integers(0, most))):
        start = around + draw(st.integers(-300, 2000)) * MINUTE
        found.append((start, start + draw(st.integers(1, 240)) * MINUTE))
    return found


def service(draw: st.DrawFn) -> Service:
    return plain_service(
        durations=[draw(st.sampled_from((5, 20, 45, 60, 120))), 30],
        buffer_before_min=draw(st.sampled_from((0, 0, 10, 25))),
        buffer_after_min=draw(st.sampled_from((0, 0, 5, 30))),
        capacity=draw(st.sampled_from((1, 1, 4))),
        slot_step_min=draw(st.sampled_from(STEPS)),
        min_notice_min=draw(st.sampled_from((0, 0, 60, 1500))),
        booking_window_days=draw(st.sampled_from((0, 1, 62))),
    )


def resources(draw: st.DrawFn) -> list[Resource]:
    kinds = draw(st.sampled_from((["staff"], ["staff", "staff"], ["staff", "staff", "room"], ["room"])))
    return [
        Resource(id=f"res{number}", location_id="loc", kind=kind, name=kind, position=number)
        for number, kind in enumerate(kinds)
    ]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    change: ClockChange = draw(st.sampled_from(CLOCK_CHANGES))
    start = change.moment + draw(st.integers(-1000, 600)) * MINUTE
    today = start.astimezone(ZoneInfo(change.zone)).date()
    people = resources(draw)
    what = service(draw)
    linked = [one for one in people if draw(st.integers(1, 10)) > 1]
    owners: list[dict[str, str]] = [{"location_id": "loc"}, *({"resource_id": one.id} for one in people)]
    keeps_hours = [True, *(draw(st.booleans()) for _ in people)]
    rows: dict[Any, Any] = {
        Location: [Location(id="loc", time_zone=change.zone, position=0)],
        Resource: people,
        Service: [what],
        ServiceResource: [ServiceResource(service_id="srv", resource_id=one.id) for one in linked],
        OpeningWindow: [
            row
            for owner, keeps in zip(owners, keeps_hours, strict=True)
            if keeps
            for row in hours(draw, owner, often=9)
        ],
        OpeningOverride: [row for owner in owners for row in overrides(draw, owner, today)],
        TimeOff: [
            TimeOff(resource_id=one.id, starts_at=begins, ends_at=ends)
            for one in people
            for begins, ends in spans(draw, start, 1)
        ],
    }
    question = Question(
        service_id="srv",
        start=start + timedelta(seconds=draw(st.sampled_from((0, 0, 20)))),
        end=start + draw(st.integers(1, 1800)) * MINUTE,
        duration_min=draw(st.sampled_from((None, 30))),
        staff_id=draw(st.sampled_from((None, None, None, "res0", "res1", "nobody"))),
        party_size=draw(st.integers(1, what.capacity)),
    )
    classes = a_class(draw, start, what, linked) if what.is_group and linked else []
    claims = {one.id: spans(draw, start, 2) for one in people}
    for block in classes:
        occupied = (block.start, block.start + block.duration_min * MINUTE)
        for resource_id in block.resource_ids:
            claims[resource_id].append(occupied)
    holds = {one.id: spans(draw, start, 1) for one in people}
    busy = Busy(in_minutes(claims), in_minutes(holds), classes)
    now = start - timedelta(seconds=draw(st.integers(-40_000, 200_000)))
    return Case(Catalogue(Organization(id="o"), rows), question, busy, now)


def in_minutes(spans_of: dict[str, list[Stretch]]) -> dict[str, list[Span]]:
    return {
        owner: [(int(begins.timestamp()) // 60, int(ends.timestamp()) // 60) for begins, ends in spans]
        for owner, spans in spans_of.items()
    }


def a_class(draw: st.DrawFn, start: datetime, what: Service, linked: list[Resource]) -> list[ClassBlock]:
    if not draw(st.booleans()):
        return []
    return [
        ClassBlock(
            start=start + draw(st.integers(0, 600)) * MINUTE,
            duration_min=draw(st.sampled_from((what.duration_min, 30))),
            resource_ids=frozenset({one.kind: one.id for one in linked}.values()),
            seats_left=draw(st.integers(0, what.capacity)),
        )
    ]


@given(cases())
@settings(
    max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
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
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
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
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
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


def open_daily(zone: str, hours: tuple[int, int], **service: Any) -> Catalogue:
    rows: dict[Any, Any] = {
        Location: [Location(id="loc", time_zone=zone, position=0)],
        Resource: [Resource(id="res", location_id="loc", kind="staff", position=0)],
        Service: [plain_service(**service)],
        ServiceResource: [ServiceResource(service_id="srv", resource_id="res")],
        OpeningWindow: [
            OpeningWindow(location_id="loc", weekday=day, opens=hours[0], closes=hours[1]) for day in range(7)
        ],
        OpeningOverride: [],
        TimeOff: [],
    }
    return Catalogue(Organization(id="o"), rows)


def plain_service(**differently: Any) -> Service:
    plain = {
        "id": "srv",
        "durations": [5],
        "buffer_before_min": 0,
        "buffer_after_min": 0,
        "price": None,
        "currency": "EUR",
        "capacity": 1,
        "slot_step_min": 15,
        "min_notice_min": 0,
        "booking_window_days": 62,
        "position": 0,
    }
    return Service(**plain | differently)
