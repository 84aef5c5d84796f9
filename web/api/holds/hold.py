"""Holds: a time kept for minutes while a customer makes up their mind, and what became of it."""

from datetime import timedelta
from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from msgspec import Struct

from booking_core.appointments.appointment import Appointment
from booking_core.desk import Desk
from booking_core.errors import Invalid
from booking_core.holds.request import HoldRequest
from booking_core.live_holds.quotas import Quota, client_quota
from booking_core.time.wall_clock import zone
from web.access.scopes import Scope
from web.api.api_request import ApiRequest, OperationResult, json_response
from web.api.description.operations import Operation, Step, shape
from web.api.holds.hold_view import HoldOutcome, HoldView, Released
from web.api.values.fields import HoldSeconds, Id, Instant, Minutes, PartySize, SlotId, storable
from web.api.values.instants import moment_of
from web.api.values.slots import SlotTokens


class HoldBody(Struct, frozen=True, forbid_unknown_fields=True):
    """Either `slot_id`, or `service_id` and `start`. `replaces_hold_id` is let go only when the new time is
    won."""

    slot_id: SlotId | None = None
    service_id: Id | None = None
    start: Instant | None = None
    duration_min: Minutes | None = None
    staff_id: Id | None = None
    location_id: Id | None = None
    party_size: PartySize | None = None
    ttl_s: HoldSeconds | None = None
    replaces_hold_id: Id | None = None
    reschedule_of: Id | None = None


class HoldReference(Struct, frozen=True, forbid_unknown_fields=True):
    hold_id: Id


RULES = (
    "outside_hours",
    "too_soon",
    "too_far",
    "off_grid",
    "duration_not_allowed",
    "staff_not_qualified",
    "party_too_large",
    "nonexistent_local_time",
    "ambiguous_local_time",
)
# A slot says it all; else what and when have to be said, and a move knows what.
BY_SLOT = ("service_id", "start", "duration_min", "staff_id", "location_id")
SHAPES = (
    shape("slot_id", without=BY_SLOT),
    shape("service_id", "start", without=("slot_id",)),
    shape("reschedule_of", "start", without=("slot_id",)),
)
HOLD = Operation(
    name="hold",
    summary="Keep a time for ten minutes",
    description=(
        "A repeat with the same key is the same hold. Nothing is promised to a customer before it is "
        "confirmed."
    ),
    scope=Scope.APPOINTMENTS_WRITE,
    body=HoldBody,
    shapes=SHAPES,
    answer=HoldView,
    success=(201,),
    keyed="required",
    leads_to=(
        Step("confirm", "hold_id", "hold_id"),
        Step("extend_hold", "hold_id", "hold_id"),
        Step("release_hold", "hold_id", "hold_id"),
        Step("get_hold", "hold_id", "hold_id", "path"),
    ),
    refusals=(
        "not_found",
        "slot_taken",
        "slot_held",
        "customer_overlap",
        "hold_consumed",
        "outside_reschedule_window",
        "not_reschedulable",
        "slot_token_expired",
        *RULES,
        "missing_fields",
        "hold_limit_reached",
        "unavailable",
    ),
)
EXTEND = Operation(
    name="extend_hold",
    summary="Keep it ten minutes longer",
    description="At most three times, and at most 30 minutes in all.",
    scope=Scope.APPOINTMENTS_WRITE,
    body=HoldReference,
    answer=HoldView,
    keyed="optional",
    refusals=(
        "not_found",
        "hold_expired",
        "hold_released",
        "hold_consumed",
        "slot_held",
        "hold_extension_limit",
        "unavailable",
    ),
)
RELEASE = Operation(
    name="release_hold",
    summary="Let a time go",
    description="Releasing what is already gone is a success.",
    scope=Scope.APPOINTMENTS_WRITE,
    body=HoldReference,
    answer=Released,
    keyed="optional",
    refusals=("not_found", "hold_consumed"),
)
OUTCOME = Operation(
    name="get_hold",
    summary="What became of a hold",
    description="Ask here when the answer to a confirm was lost. Kept for 30 days.",
    scope=Scope.APPOINTMENTS_WRITE,
    answer=HoldOutcome,
    refusals=("not_found",),
)


@post("/hold", status_code=201, opt=HOLD.opt)
async def hold(door: NamedDependency[ApiRequest]) -> Response[bytes]:
    body = await door.body(HoldBody)
    key = door.key or ""
    quotas = (client_quota(door.caller.client_id, door.caller.holds_at_once),)

    async def work(desk: Desk) -> OperationResult:
        request = await hold_request(body, key, desk, door.slots, quotas)
        return OperationResult(HoldView.of(await desk.hold(request), desk, door.slots), 201)

    return await door.once(body, work)


@post("/hold/extend", status_code=200, opt=EXTEND.opt)
async def extend(door: NamedDependency[ApiRequest]) -> Response[bytes]:
    body = await door.body(HoldReference)

    async def work(desk: Desk) -> OperationResult:
        return OperationResult(HoldView.of(await desk.extend(body.hold_id), desk, door.slots))

    return await door.once(body, work)


@post("/hold/release", status_code=200, opt=RELEASE.opt)
async def release(door: NamedDependency[ApiRequest]) -> Response[bytes]:
    body = await door.body(HoldReference)

    async def work(desk: Desk) -> OperationResult:
        await desk.release(body.hold_id)
        return OperationResult(Released.of(await desk.find_hold(body.hold_id), desk))

    return await door.once(body, work, spends=body.hold_id)


@get("/holds/{hold_id:str}", opt=OUTCOME.opt)
async def hold_outcome(door: NamedDependency[ApiRequest], hold_id: FromPath[str]) -> Response[bytes]:
    async def work(desk: Desk) -> HoldOutcome:
        found = await desk.find_hold(storable(hold_id))
        location = desk.catalogue.location(found.location_id)
        return HoldOutcome(
            hold_id=found.id,
            purpose=found.purpose,
            status=found.outcome(desk.clock.now()),
            expires_at=found.expires_at.astimezone(zone(location.time_zone)),
            time_zone=location.time_zone,
            server_time=desk.clock.now().astimezone(zone(location.time_zone)),
            appointment_id=found.appointment_id,
        )

    return json_response(await door.visit(work))


async def hold_request(
    body: HoldBody, key: str, desk: Desk, slots: SlotTokens, quotas: tuple[Quota, ...]
) -> HoldRequest:
    """The wish in the desk's words. What is not known here is said before what is wrong with it."""
    moved = await desk.find(body.reschedule_of) if body.reschedule_of else None
    wish = (
        _wish_of_token(body, desk, slots) if body.slot_id is not None else _wish_of_fields(body, desk, moved)
    )
    return HoldRequest(
        **wish,
        key=key,
        party_size=body.party_size or (moved.party_size if moved else 1),
        replaces_hold_id=body.replaces_hold_id,
        reschedule_of=body.reschedule_of,
        quotas=quotas,
        ttl=None if body.ttl_s is None else timedelta(seconds=body.ttl_s),
    )


def _wish_of_token(body: HoldBody, desk: Desk, slots: SlotTokens) -> dict[str, Any]:
    """What, when, with whom and where a slot's token says."""
    if (body.service_id, body.start, body.duration_min, body.staff_id, body.location_id) != (None,) * 5:
        raise Invalid("A `slot_id` says it all: leave the other fields out.", code="conflicting_fields")
    named = slots.read(desk.catalogue, body.slot_id or "")
    return {
        "service_id": named.service_id,
        "start": named.start_at,
        "staff_id": named.staff_id or None,
        "location_id": named.location_id,
        "duration_min": named.duration_min,
    }


def _wish_of_fields(body: HoldBody, desk: Desk, moved: Appointment | None) -> dict[str, Any]:
    """The same from fields of their own; what they leave out is as in the appointment that is to be moved."""
    service_id = body.service_id or (moved.service_id if moved else None)
    if service_id is not None:
        desk.catalogue.service(service_id)
    if body.staff_id is not None:
        desk.catalogue.resource(body.staff_id)
    if service_id is None or body.start is None:
        raise Invalid("Say what and when: `slot_id`, or `service_id` and `start`.", code="missing_fields")
    stays_at = desk.catalogue.place_of_move(moved.location_id, body.staff_id) if moved else None
    location = desk.catalogue.location_for(service_id, body.location_id or stays_at, body.staff_id)
    return {
        "service_id": service_id,
        "start": moment_of(body.start, "start", location.time_zone),
        "staff_id": body.staff_id,
        "location_id": location.id,
        "duration_min": body.duration_min,
    }


ROUTES = [hold, extend, release, hold_outcome]
