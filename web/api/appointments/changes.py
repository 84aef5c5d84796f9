"""Changes: moving and cancelling an appointment."""

from datetime import datetime
from typing import Annotated, Any

from litestar import Response, post
from litestar.di import NamedDependency
from msgspec import Meta, Struct

from booking_core.access.scopes import Scope
from booking_core.appointments.appointment import Appointment
from booking_core.desk import Desk
from booking_core.errors import Invalid
from booking_core.input.pattern_words import NO_NUL
from booking_core.time.wall_clock import zone
from web.api.api_request import ApiRequest, OperationResult
from web.api.appointments.appointment_view import AppointmentView, appointment_view
from web.api.appointments.view_context import ViewContext
from web.api.description.operations import Operation, shape
from web.api.holds.hold import RULES
from web.api.values.etags import etag_of, must_be_strong, stale_version
from web.api.values.fields import Id, Instant, Moment, SlotId, Version
from web.api.values.instants import moment_of
from web.api.values.slots import SlotTokens

SAME, ANY = "same", "any"
Reason = Annotated[str, Meta(max_length=500, pattern=NO_NUL)]


class RescheduleBody(Struct, frozen=True, forbid_unknown_fields=True):
    """Where to: one of `hold_id` (a hold of purpose `reschedule`), `slot_id` and `start`.

    `staff` is `same`, `any`, or the id of somebody.
    """

    appointment_id: Id
    hold_id: Id | None = None
    slot_id: SlotId | None = None
    start: Instant | None = None
    staff: Id = SAME
    expected_version: Version | None = None
    reason: Reason | None = None


class CancelBody(Struct, frozen=True, forbid_unknown_fields=True):
    appointment_id: Id
    expected_version: Version | None = None
    reason: Reason | None = None


class PreviousTime(Struct, frozen=True):
    start: Moment
    end: Moment


class RescheduledView(AppointmentView, frozen=True, kw_only=True):
    """`previous` is where it was; `unchanged` where it was there already, and nothing was done."""

    previous: PreviousTime
    unchanged: bool


class CancelledView(AppointmentView, frozen=True, kw_only=True):
    """`already` where it was cancelled before: nobody is told a second time."""

    already: bool


RESCHEDULE = Operation(
    name="reschedule",
    summary="Move an appointment",
    description="Same id, same code, next version. On any refusal the old time is still booked.",
    scope=Scope.APPOINTMENTS_WRITE,
    body=RescheduleBody,
    shapes=(
        shape("hold_id", without=("slot_id", "start")),
        shape("slot_id", without=("hold_id", "start")),
        shape("start", without=("hold_id", "slot_id")),
    ),
    answer=RescheduledView,
    keyed="required",
    versioned=True,
    refusals=(
        "not_found",
        "slot_taken",
        "slot_held",
        "hold_expired",
        "hold_released",
        "hold_consumed",
        "hold_purpose_mismatch",
        "customer_overlap",
        "outside_reschedule_window",
        "version_conflict",
        "not_reschedulable",
        "slot_token_expired",
        "precondition_failed",
        *RULES,
        "conflicting_fields",
        "hold_limit_reached",
        "unavailable",
        "outcome_unknown",
    ),
)
CANCEL = Operation(
    name="cancel",
    summary="Cancel an appointment",
    description="Repeating it is a success that does nothing.",
    scope=Scope.APPOINTMENTS_WRITE,
    body=CancelBody,
    answer=CancelledView,
    keyed="optional",
    versioned=True,
    refusals=(
        "not_found",
        "outside_cancellation_window",
        "already_started",
        "version_conflict",
        "precondition_failed",
        "outcome_unknown",
    ),
)


@post("/reschedule", status_code=200, opt=RESCHEDULE.opt)
async def reschedule(door: NamedDependency[ApiRequest]) -> Response[bytes]:
    body = await door.body(RescheduleBody)

    async def work(desk: Desk) -> OperationResult:
        # Locked before its version is compared: until the end of the visit it stays the one that was meant.
        appointment = await desk.find(body.appointment_id, for_update=True)
        must_match(door, appointment)
        return OperationResult(
            await reschedule_appointment(desk, appointment, body, door), subject=appointment.id
        )

    return await door.once(body, work, spends=body.hold_id)


async def reschedule_appointment(
    desk: Desk, appointment: Appointment, body: RescheduleBody, context: ViewContext
) -> RescheduledView:
    start, staff, location_id = _where_to(body, appointment, desk, context.slots)
    moved = await desk.reschedule(
        appointment.id,
        hold_id=body.hold_id,
        start=start,
        staff=staff,
        location_id=location_id,
        expected_version=body.expected_version,
        reason=body.reason,
    )
    view = await appointment_view(moved.appointment, desk, context)
    on = zone(view.time_zone)
    previous = PreviousTime(moved.previous_start.astimezone(on), moved.previous_end.astimezone(on))
    return RescheduledView(**fields_of(view), previous=previous, unchanged=moved.unchanged)


@post("/cancel", status_code=200, opt=CANCEL.opt)
async def cancel(door: NamedDependency[ApiRequest]) -> Response[bytes]:
    body = await door.body(CancelBody)

    async def work(desk: Desk) -> OperationResult:
        must_match(door, await desk.find(body.appointment_id, for_update=True))
        return OperationResult(await cancel_appointment(desk, body, door), subject=body.appointment_id)

    return await door.once(body, work)


async def cancel_appointment(desk: Desk, body: CancelBody, context: ViewContext) -> CancelledView:
    done = await desk.cancel(body.appointment_id, expected_version=body.expected_version, reason=body.reason)
    view = await appointment_view(done.appointment, desk, context)
    return CancelledView(**fields_of(view), already=done.already)


def must_match(door: ApiRequest, appointment: Appointment) -> None:
    """Raises 412 where ``If-Match`` names another version (RFC 9110 §13.1.1)."""
    wanted = [one.strip() for one in door.request.headers.get("If-Match", "*").split(",")]
    must_be_strong(wanted)
    if "*" not in wanted and etag_of(appointment.id, appointment.version) not in wanted:
        raise stale_version(appointment.version)


def _where_to(
    body: RescheduleBody, appointment: Appointment, desk: Desk, slots: SlotTokens
) -> tuple[datetime | None, str, str | None]:
    """The start in UTC, unless a hold says it, with whom, and at which location where a slot says so."""
    if sum(one is not None for one in (body.hold_id, body.slot_id, body.start)) != 1:
        raise Invalid("Say where to with one of `hold_id`, `slot_id` and `start`.", code="conflicting_fields")
    if body.staff not in (SAME, ANY):
        desk.catalogue.resource(body.staff)
    if body.slot_id is not None:
        named = slots.read(desk.catalogue, body.slot_id)
        if named.service_id != appointment.service_id:
            raise Invalid("A move keeps the service.", code="conflicting_fields")
        moves_away = named.location_id != appointment.location_id
        # Whoever it was with works where it was.
        staff = ANY if moves_away and body.staff == SAME else body.staff
        return named.start_at, named.staff_id or staff, named.location_id
    if body.start is not None:
        time_zone = desk.catalogue.location(appointment.location_id).time_zone
        return moment_of(body.start, "start", time_zone), body.staff, None
    return None, body.staff, None


def fields_of(view: AppointmentView) -> dict[str, Any]:
    return {name: getattr(view, name) for name in AppointmentView.__struct_fields__}


ROUTES = [reschedule, cancel]
