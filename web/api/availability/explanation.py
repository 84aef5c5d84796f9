"""Explaining: why a time can or cannot be had, for everybody and everything that could serve."""

from datetime import timedelta

from litestar import Response, get
from litestar.di import NamedDependency
from msgspec import UNSET, Struct, UnsetType

from booking_core.access.scopes import Scope
from booking_core.availability.slots import Question
from booking_core.desk import Desk
from booking_core.time.wall_clock import zone
from web.api.api_request import ApiRequest, json_response
from web.api.description.operations import Operation
from web.api.values.fields import (
    Id,
    Instant,
    Minutes,
    Moment,
    PartySize,
    or_none,
)
from web.api.values.instants import moment_of


class ExplainQuery(Struct, frozen=True, forbid_unknown_fields=True):
    service_id: Id
    start: Instant
    staff_id: Id | UnsetType = UNSET
    location_id: Id | UnsetType = UNSET
    duration_min: Minutes | UnsetType = UNSET
    party_size: PartySize = 1


class ResourceExplanation(Struct, frozen=True):
    """`blocked_by` is the first rule in the way of this person or room; null where nothing is."""

    id: str
    name: str
    kind: str
    blocked_by: str | None


class Explanation(Struct, frozen=True):
    """`blocked_by` is the first rule in the way of the whole appointment; null where it can be booked.
    `holiday` names one."""

    service_id: str
    location_id: str
    start: Moment
    time_zone: str
    bookable: bool
    blocked_by: str | None
    holiday: str | None
    resources: list[ResourceExplanation]


EXPLAIN = Operation(
    name="explain_availability",
    summary="Why a time can or cannot be booked",
    scope=Scope.AVAILABILITY_READ,
    query=ExplainQuery,
    answer=Explanation,
    refusals=(
        "not_found",
        "missing_fields",
        "nonexistent_local_time",
        "ambiguous_local_time",
        "duration_not_allowed",
        "party_too_large",
    ),
)


@get("/explain", opt=EXPLAIN.opt)
async def explain_availability(door: NamedDependency[ApiRequest]) -> Response[bytes]:
    query = door.query(ExplainQuery)

    async def work(desk: Desk) -> Explanation:
        service = desk.catalogue.service(query.service_id)
        staff_id = or_none(query.staff_id)
        if staff_id is not None:
            desk.catalogue.resource(staff_id)
        location = desk.catalogue.location_for(service.id, or_none(query.location_id), staff_id)
        start = moment_of(query.start, "start", location.time_zone)
        found = await desk.explain(
            Question(
                service_id=service.id,
                start=start,
                end=start + timedelta(minutes=1),
                location_id=location.id,
                duration_min=or_none(query.duration_min),
                staff_id=staff_id,
                party_size=query.party_size,
            )
        )
        return Explanation(
            service_id=service.id,
            location_id=found.location_id,
            start=found.start.astimezone(zone(found.time_zone)),
            time_zone=found.time_zone,
            bookable=found.rule is None,
            blocked_by=found.rule,
            holiday=found.holiday,
            resources=[
                ResourceExplanation(one.resource_id, one.name, one.kind, one.rule) for one in found.resources
            ],
        )

    return json_response(await door.look(work))
