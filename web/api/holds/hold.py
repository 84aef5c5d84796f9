"""Holds: a time kept for minutes while a customer makes up their mind, and what became of it."""

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from msgspec import Struct

from booking_core.access.scopes import Scope
from booking_core.desk import Desk
from booking_core.live_holds.quotas import client_quota
from booking_core.time.wall_clock import zone
from web.api.api_request import ApiRequest, OperationResult, json_response
from web.api.description.operations import Operation, OperationLink, shape
from web.api.holds.hold_request import HoldBody, hold_request
from web.api.holds.hold_view import HoldOutcome, HoldView, Released
from web.api.values.fields import Id, storable


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
        OperationLink("confirm", "hold_id", "hold_id"),
        OperationLink("extend_hold", "hold_id", "hold_id"),
        OperationLink("release_hold", "hold_id", "hold_id"),
        OperationLink("get_hold", "hold_id", "hold_id", "path"),
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


ROUTES = [hold, extend, release, hold_outcome]
