"""Decisions of the business: approving or declining what was asked for, asking for another time, and noting
who came and who did not."""

from collections.abc import Awaitable, Callable
from typing import Any

from litestar import Response, post
from litestar.di import NamedDependency
from msgspec import Struct

from booking_core.access.scopes import Scope
from booking_core.appointments.appointment import Appointment
from booking_core.desk import Desk
from web.api.api_request import ApiRequest, OperationResult
from web.api.appointments.appointment_view import AppointmentView, appointment_view
from web.api.appointments.changes import Reason, fields_of, must_match
from web.api.appointments.view_context import ViewContext
from web.api.description.operations import Operation
from web.api.values.fields import Id, Version

REFUSALS = (
    "not_found",
    "illegal_transition",
    "version_conflict",
    "precondition_failed",
    "outcome_unknown",
)
FROM_ITS_START = (*REFUSALS, "not_started")
REPEATS = "Repeating it is a success that does nothing."
# A verb of the desk with the body of its own operation.
Decision = Callable[[Desk, Any], Awaitable[Appointment]]


class DecisionBody(Struct, frozen=True, forbid_unknown_fields=True):
    appointment_id: Id
    expected_version: Version | None = None


class ReasonBody(DecisionBody, frozen=True, forbid_unknown_fields=True):
    reason: Reason | None = None


class DecidedView(AppointmentView, frozen=True, kw_only=True):
    """`already` where it was so before: nothing was done, and nobody is told a second time."""

    already: bool


def _decision(
    name: str,
    summary: str,
    effect: str,
    body: type[DecisionBody] = DecisionBody,
    refusals: tuple[str, ...] = REFUSALS,
) -> Operation:
    """What a decision is to the description, the scopes and the routes: all are alike but for these."""
    return Operation(
        name=name,
        summary=summary,
        description=f"{effect} {REPEATS}",
        scope=Scope.APPOINTMENTS_MANAGE,
        body=body,
        answer=DecidedView,
        keyed="optional",
        versioned=True,
        refusals=refusals,
    )


APPROVE = _decision("approve", "Approve a request", "What waits for approval is confirmed.")
DECLINE = _decision(
    "decline",
    "Decline a request",
    "What waits for approval is cancelled, and its time is free again.",
    ReasonBody,
)
DISPLACE = _decision(
    "displace",
    "Ask for another time",
    "The business cannot keep its time: the customer is asked to choose another one, by the link of the "
    "appointment, or to cancel, whatever the policy says. Until then it stands where it is.",
    ReasonBody,
    (*REFUSALS, "not_reschedulable"),
)
ONCE_BEGUN = "From its start on. It puts right the opposite, where that was noted."
COMPLETE = _decision(
    "complete",
    "Note that they came",
    ONCE_BEGUN,
    refusals=FROM_ITS_START,
)
NO_SHOW = _decision(
    "no_show",
    "Note that they did not come",
    ONCE_BEGUN,
    refusals=FROM_ITS_START,
)


@post("/approve", status_code=200, opt=APPROVE.opt)
async def approve(door: NamedDependency[ApiRequest]) -> Response[bytes]:
    return await _answer(door, DecisionBody, approve_request)


@post("/decline", status_code=200, opt=DECLINE.opt)
async def decline(door: NamedDependency[ApiRequest]) -> Response[bytes]:
    return await _answer(door, ReasonBody, decline_request)


@post("/displace", status_code=200, opt=DISPLACE.opt)
async def displace(door: NamedDependency[ApiRequest]) -> Response[bytes]:
    return await _answer(door, ReasonBody, displace_appointment)


@post("/complete", status_code=200, opt=COMPLETE.opt)
async def complete(door: NamedDependency[ApiRequest]) -> Response[bytes]:
    return await _answer(door, DecisionBody, complete_appointment)


@post("/no-show", status_code=200, opt=NO_SHOW.opt)
async def no_show(door: NamedDependency[ApiRequest]) -> Response[bytes]:
    return await _answer(door, DecisionBody, record_no_show)


async def approve_request(desk: Desk, body: DecisionBody) -> Appointment:
    return await desk.approve(body.appointment_id, expected_version=body.expected_version)


async def decline_request(desk: Desk, body: ReasonBody) -> Appointment:
    return await desk.decline(body.appointment_id, expected_version=body.expected_version, reason=body.reason)


async def displace_appointment(desk: Desk, body: ReasonBody) -> Appointment:
    return await desk.displace(
        body.appointment_id, expected_version=body.expected_version, reason=body.reason
    )


async def complete_appointment(desk: Desk, body: DecisionBody) -> Appointment:
    return await desk.complete(body.appointment_id, expected_version=body.expected_version)


async def record_no_show(desk: Desk, body: DecisionBody) -> Appointment:
    return await desk.no_show(body.appointment_id, expected_version=body.expected_version)


async def decide(desk: Desk, body: DecisionBody, decision: Decision, context: ViewContext) -> DecidedView:
    """Make the decision; ``already`` where it changed nothing. Raises what the verb of the desk raises."""
    version = (await desk.find(body.appointment_id, for_update=True)).version
    decided = await decision(desk, body)
    view = await appointment_view(decided, desk, context)
    return DecidedView(**fields_of(view), already=decided.version == version)


async def _answer(door: ApiRequest, kind: type[DecisionBody], decision: Decision) -> Response[bytes]:
    body = await door.body(kind)

    async def work(desk: Desk) -> OperationResult:
        must_match(door, await desk.find(body.appointment_id, for_update=True))
        return OperationResult(await decide(desk, body, decision, door), subject=body.appointment_id)

    return await door.once(body, work)


ROUTES = [approve, decline, displace, complete, no_show]
