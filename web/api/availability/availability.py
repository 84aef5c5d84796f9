"""Availability: when a service can start."""

from datetime import datetime, timedelta
from typing import Annotated, Literal

import msgspec
from litestar import Response, Router, get
from litestar.di import NamedDependency
from msgspec import UNSET, Meta, Struct, UnsetType

from booking_core.access.scopes import Scope
from booking_core.availability.search import StartFilter
from booking_core.availability.slots import Question
from booking_core.desk import Desk
from booking_core.errors import Invalid
from booking_core.time.wall_clock import zone
from web.api.api_request import ApiRequest, json_response
from web.api.availability.explanation import explain_availability
from web.api.description.operations import Operation, OperationLink
from web.api.values.fields import (
    DateOrInstant,
    Day,
    Id,
    Minutes,
    Moment,
    PageToken,
    PartySize,
    WallTime,
    Zone,
    or_none,
)
from web.api.values.instants import check_zone, ends_of, starts_of
from web.api.values.slots import SlotTokens, SlotView, SlotViews

LONGEST = timedelta(days=62)
# How far ahead we look for whoever does not say until when.
USUAL = timedelta(days=14)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class AvailabilityQuery(Struct, frozen=True, forbid_unknown_fields=True):
    """From when until when: `from` and `to`, or one `date`. Now and two weeks, where nothing is said."""

    service_id: Id
    from_: DateOrInstant | UnsetType = msgspec.field(default=UNSET, name="from")
    to: DateOrInstant | UnsetType = UNSET
    date: Day | UnsetType = UNSET
    time_zone: Zone | UnsetType = UNSET
    location_id: Id | UnsetType = UNSET
    staff_id: Id | UnsetType = UNSET
    duration_min: Minutes | UnsetType = UNSET
    party_size: PartySize = 1
    weekdays: (
        Annotated[list[Weekday], Meta(min_length=1, max_length=7, description="Such as `mon,tue`.")]
        | UnsetType
    ) = UNSET
    not_before: WallTime | UnsetType = UNSET
    not_after: WallTime | UnsetType = UNSET
    reschedule_of: Id | UnsetType = UNSET
    limit: Annotated[int, Meta(ge=1, le=500, description="Times on one page.")] = 50
    page_token: PageToken | UnsetType = UNSET


class AvailabilityQuestion(Struct, frozen=True):
    """A question and the clock it is read on; weekdays (Monday is 0) and times of day narrow what is
    shown."""

    question: Question
    time_zone: str
    weekdays: frozenset[int]
    not_before: str
    not_after: str
    reschedule_of: str | None

    @property
    def wanted(self) -> StartFilter | None:
        """Which starts are to be shown; None where all are."""
        if (len(self.weekdays), self.not_before, self.not_after) == (7, "00:00", "23:59"):
            return None
        shown_on = zone(self.time_zone)

        def allows(start: datetime) -> bool:
            local = start.astimezone(shown_on)
            return local.weekday() in self.weekdays and self.not_before <= f"{local:%H:%M}" <= self.not_after

        return allows


class Availability(Struct, frozen=True):
    """Free times, earliest first. Where there are none, `empty_reason` says why, and `next_available` is the
    first one later."""

    as_of: Moment
    time_zone: str
    items: list[SlotView]
    next_page_token: str | None
    next_available: SlotView | None
    empty_reason: str | None


LIST = Operation(
    name="get_availability",
    summary="When a service can start",
    description="""\
Dates are read on the clock of `time_zone`, or of the location; a range of dates includes its last. Say either
`date`, or `from` and `to`, which is later and at most 62 days away. Where a service is offered at several
locations, say `location_id` or `staff_id`; a move stays where it is.""",
    scope=Scope.AVAILABILITY_READ,
    query=AvailabilityQuery,
    answer=Availability,
    leads_to=(OperationLink("hold", "slot_id", "items/0/slot_id"),),
    refusals=(
        "not_found",
        "missing_fields",
        "invalid_range",
        "range_too_long",
        "unknown_time_zone",
        "nonexistent_local_time",
        "ambiguous_local_time",
        "duration_not_allowed",
        "party_too_large",
        "not_reschedulable",
    ),
)


@get("/", opt=LIST.opt)
async def get_availability(door: NamedDependency[ApiRequest]) -> Response[bytes]:
    query = door.query(AvailabilityQuery)

    async def work(desk: Desk) -> Availability:
        return await free_times(desk, query, door.slots)

    return json_response(await door.look(work))


async def free_times(desk: Desk, query: AvailabilityQuery, slots: SlotTokens) -> Availability:
    asked = await _question(desk, query)
    pages = slots.pages(desk.organization_id, query)
    if query.page_token is not UNSET:
        asked = msgspec.structs.replace(
            asked,
            question=msgspec.structs.replace(asked.question, start=pages.start_of(query.page_token)),
        )
    times = await desk.availability(
        asked.question, limit=query.limit + 1, reschedule_of=asked.reschedule_of, wanted=asked.wanted
    )
    shown = times.slots[: query.limit]

    views = SlotViews(desk.catalogue, slots, staff_id=asked.question.staff_id, time_zone=asked.time_zone)
    return Availability(
        as_of=desk.clock.now().astimezone(zone(asked.time_zone)),
        time_zone=asked.time_zone,
        items=[views.of(slot) for slot in shown],
        next_page_token=pages.token(times.slots[query.limit].start)
        if len(times.slots) > query.limit
        else None,
        next_available=views.of(times.next_available) if times.next_available else None,
        empty_reason=times.empty_reason,
    )


async def _question(desk: Desk, query: AvailabilityQuery) -> AvailabilityQuestion:
    """The question in the desk's words. What is not known here is said first. Raises ``NotFound`` and
    ``Invalid``."""
    catalogue = desk.catalogue
    catalogue.service(query.service_id)
    staff_id = or_none(query.staff_id)
    if staff_id is not None:
        catalogue.resource(staff_id)
    location_id = await _location_id(desk, query)
    location = catalogue.location_for(query.service_id, location_id, staff_id)
    time_zone = location.time_zone if query.time_zone is UNSET else check_zone(query.time_zone)
    start, end = _range(query, time_zone, desk.clock.now())
    question = Question(
        service_id=query.service_id,
        start=start,
        end=end,
        location_id=location.id,
        duration_min=or_none(query.duration_min),
        staff_id=staff_id,
        party_size=query.party_size,
    )
    return AvailabilityQuestion(
        question,
        time_zone,
        frozenset(WEEKDAYS.index(day) for day in or_none(query.weekdays) or WEEKDAYS),
        or_none(query.not_before) or "00:00",
        or_none(query.not_after) or "23:59",
        or_none(query.reschedule_of),
    )


async def _location_id(desk: Desk, query: AvailabilityQuery) -> str | None:
    """The location asked for; that of the appointment being moved, where nothing else tells it."""
    is_told = query.location_id is not UNSET
    if is_told or query.reschedule_of is UNSET or len(desk.catalogue.locations) <= 1:
        return or_none(query.location_id)
    moved = await desk.find(query.reschedule_of)
    return desk.catalogue.place_of_move(moved.location_id, or_none(query.staff_id))


def _range(query: AvailabilityQuery, time_zone: str, now: datetime) -> tuple[datetime, datetime]:
    if query.date is not UNSET:
        if query.from_ is not UNSET or query.to is not UNSET:
            raise Invalid("Give either `date`, or `from` and `to`.", code="invalid_range")
        return starts_of(query.date, "date", time_zone), ends_of(query.date, "date", time_zone)
    start = now if query.from_ is UNSET else starts_of(query.from_, "from", time_zone)
    end = start + USUAL if query.to is UNSET else ends_of(query.to, "to", time_zone)
    if end <= start:
        raise Invalid("The end has to be after the start.", code="invalid_range")
    # An hour more or less, where the clocks change within the two months.
    if end - start > LONGEST + timedelta(hours=2):
        raise Invalid("Look at 62 days at most.", code="range_too_long")
    return start, end


ROUTER = Router("/availability", route_handlers=[get_availability, explain_availability])
