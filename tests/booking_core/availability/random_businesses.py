"""Random businesses with random weeks, claims and holds, and a question to each."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from msgspec import Struct

from booking_core.availability.occupancy.busy import Busy, ClassBlock, Span
from booking_core.availability.slots import Question
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.hours.opening_hours import OpeningOverride, OpeningWindow, TimeOff
from booking_core.catalogue.locations import Location
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services.services import Service, ServiceResource
from tests.booking_core.availability.plain_businesses import plain_service
from tests.booking_core.availability.random_hours import MINUTE, Stretch, hours, overrides, spans
from tests.booking_core.time.clock_changes import CLOCK_CHANGES, ClockChange

# 25 and 37 divide no day, 90 and 120 no shifted one.
STEPS = (5, 10, 15, 20, 25, 30, 37, 45, 60, 90, 120)


class Case(Struct):
    catalogue: Catalogue
    question: Question
    busy: Busy
    now: datetime


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
    people, what = resources(draw), service(draw)
    linked = [one for one in people if draw(st.integers(1, 10)) > 1]
    location = Location(id="loc", time_zone=change.zone, position=0)
    rows: dict[Any, Any] = {
        Location: [location],
        Resource: people,
        Service: [what],
        ServiceResource: [ServiceResource(service_id="srv", resource_id=one.id) for one in linked],
        **rows_of_hours(draw, start, location, people),
    }
    now = start - timedelta(seconds=draw(st.integers(-40_000, 200_000)))
    busy = busy_with(draw, start, what, people, linked)
    return Case(Catalogue(Organization(id="o"), rows), question(draw, start, what), busy, now)


def rows_of_hours(
    draw: st.DrawFn, start: datetime, location: Location, people: list[Resource]
) -> dict[Any, Any]:
    """Hours of the place, and of some people hours of their own; dates and time off of everybody."""
    today = start.astimezone(ZoneInfo(location.time_zone)).date()
    owners: list[dict[str, str]] = [{"location_id": "loc"}, *({"resource_id": one.id} for one in people)]
    keeping = [owner for owner in owners if "location_id" in owner or draw(st.booleans())]
    return {
        OpeningWindow: [row for owner in keeping for row in hours(draw, owner, often=9)],
        OpeningOverride: [row for owner in owners for row in overrides(draw, owner, today)],
        TimeOff: [
            TimeOff(resource_id=one.id, starts_at=begins, ends_at=ends)
            for one in people
            for begins, ends in spans(draw, start, 1)
        ],
    }


def question(draw: st.DrawFn, start: datetime, what: Service) -> Question:
    return Question(
        service_id="srv",
        start=start + timedelta(seconds=draw(st.sampled_from((0, 0, 20)))),
        end=start + draw(st.integers(1, 1800)) * MINUTE,
        duration_min=draw(st.sampled_from((None, 30))),
        staff_id=draw(st.sampled_from((None, None, None, "res0", "res1", "nobody"))),
        party_size=draw(st.integers(1, what.capacity)),
    )


def busy_with(
    draw: st.DrawFn, start: datetime, what: Service, people: list[Resource], linked: list[Resource]
) -> Busy:
    """Classes, the claims of these and of others, and holds."""
    classes = a_class(draw, start, what, linked) if what.is_group and linked else []
    claims = {one.id: spans(draw, start, 2) for one in people}
    for block in classes:
        occupied = (block.start, block.start + block.duration_min * MINUTE)
        for resource_id in block.resource_ids:
            claims[resource_id].append(occupied)
    holds = {one.id: spans(draw, start, 1) for one in people}
    return Busy(in_minutes(claims), in_minutes(holds), classes)


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
