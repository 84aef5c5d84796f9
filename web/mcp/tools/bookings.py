"""Bookings: made from a hold, found again, moved and cancelled."""

from typing import Annotated

from msgspec import Meta, Struct

from booking_core.access.scopes import Scope
from booking_core.appointments.appointment import Appointment
from booking_core.errors import Invalid
from web.api.appointments.appointment_view import AppointmentView, appointment_view
from web.api.appointments.changes import (
    CancelBody,
    CancelledView,
    Reason,
    RescheduleBody,
    RescheduledView,
    cancel_appointment,
    reschedule_appointment,
)
from web.api.appointments.confirmation import ConfirmBody, confirm_hold, with_whose_it_is
from web.api.values.fields import Id, Instant, SlotId, Version
from web.mcp.tool_calls.tool import McpTool, ToolContext
from web.mcp.tools.proofs import Code, Contact, must_agree, must_not_need_proof, must_prove

Agreed = Annotated[
    bool,
    Meta(
        description=(
            "True only after the customer has said yes to exactly this, in this conversation. Never assume "
            "it."
        )
    ),
]


class CreateBooking(ConfirmBody, frozen=True, forbid_unknown_fields=True):
    customer_agreed: Agreed = False


class FindBooking(Struct, frozen=True, forbid_unknown_fields=True):
    booking_code: Code | None = None
    contact: Contact | None = None
    appointment_id: Id | None = None


class RescheduleBooking(FindBooking, frozen=True, forbid_unknown_fields=True):
    """Where to: one of `hold_id`, `slot_id` and `start`. `staff` is `same`, `any`, or somebody's id."""

    hold_id: Id | None = None
    slot_id: SlotId | None = None
    start: Instant | None = None
    staff: Id = "same"
    expected_version: Version | None = None
    reason: Reason | None = None
    customer_agreed: Agreed = False


class CancelBooking(FindBooking, frozen=True, forbid_unknown_fields=True):
    expected_version: Version | None = None
    reason: Reason | None = None
    customer_agreed: Agreed = False


async def create_booking(context: ToolContext, asked: CreateBooking) -> AppointmentView:
    must_agree(context.caller, asked.customer_agreed)
    must_not_need_proof(context)
    body = ConfirmBody(**{name: getattr(asked, name) for name in ConfirmBody.__struct_fields__})
    hold = await context.desk.find_hold(asked.hold_id, for_update=True)
    is_new = hold.appointment_id is None
    appointment = await confirm_hold(context.desk, hold, body, context.slots, context.caller.booker)
    view = await appointment_view(appointment, context.desk, context, is_new=is_new)
    return view if is_new else await with_whose_it_is(view, appointment, context.desk, body.customer)


async def find_booking(context: ToolContext, asked: FindBooking) -> AppointmentView:
    return await appointment_view(await find_asked(context, asked), context.desk, context)


async def reschedule_booking(context: ToolContext, asked: RescheduleBooking) -> RescheduledView:
    must_agree(context.caller, asked.customer_agreed)
    appointment = await find_asked(context, asked)
    body = RescheduleBody(
        appointment_id=appointment.id,
        hold_id=asked.hold_id,
        slot_id=asked.slot_id,
        start=asked.start,
        staff=asked.staff,
        expected_version=asked.expected_version,
        reason=asked.reason,
    )
    return await reschedule_appointment(context.desk, appointment, body, context)


async def cancel_booking(context: ToolContext, asked: CancelBooking) -> CancelledView:
    must_agree(context.caller, asked.customer_agreed)
    appointment = await find_asked(context, asked)
    body = CancelBody(appointment.id, asked.expected_version, asked.reason)
    return await cancel_appointment(context.desk, body, context)


async def find_asked(context: ToolContext, asked: FindBooking) -> Appointment:
    """With a token by id or by code; without one only by code and contact together, wrong ones all alike."""
    await must_prove(context, asked.booking_code, asked.contact)
    if asked.booking_code is not None:
        return await context.desk.find_by_code(asked.booking_code, asked.contact)
    if asked.appointment_id is None:
        raise Invalid("Say which booking: `booking_code`, or `appointment_id`.", code="missing_fields")
    return await context.desk.find(asked.appointment_id)


TOOLS = (
    McpTool(
        name="create_booking",
        title="Book the held time",
        description="""\
Turn a hold into a booking: the calendar is written, and the customer is expected. Before calling, show the
customer service, day, time, with whom, price and terms of the hold, and wait for their yes; then set
`customer_agreed`. Needs the customer's own name and an email address or phone number, and the required
`answers`; never invent any of them. Repeating the call for the same hold, at any time and with anything,
returns the same booking and never makes a second one; where it stands under another name or contact, given
first, `customer_as_given` is false: say so. Tell the customer the `booking_code`: it finds the booking again.
Refused with `missing_fields` or `invalid_contact` (the hold is kept: ask and repeat), `price_changed` (only
against `expected_price`), `booking_limit_reached` and `contact_verification_needed` (do not repeat it: the
customer has to contact the business), `hold_expired` (create_hold with `details.slot_id`, if
`details.slot_still_free`), `slot_taken`, `slot_held`, `outside_hours` and `staff_not_qualified` (hours have
changed meanwhile: offer one of `alternatives`), `outcome_unknown` (repeat the same call: it is safe).""",
        arguments=CreateBooking,
        answer=AppointmentView,
        scope=Scope.APPOINTMENTS_WRITE,
        run=create_booking,
        writes=True,
    ),
    McpTool(
        name="find_booking",
        title="Find a booking",
        description="""\
One booking: when, what, with whom, its `status` and `version`, and until when it may be changed (`policy`).
Changes nothing. Ask the customer for the booking code and for the email address or phone number they booked
with (`contact`); without an access token both are needed. With one, `booking_code` or `appointment_id` alone
is enough. Refused with `not_found`, alike for a wrong code and for a contact that does not belong to it; do
not try to guess.""",
        arguments=FindBooking,
        answer=AppointmentView,
        scope=Scope.APPOINTMENTS_READ,
        run=find_booking,
    ),
    McpTool(
        name="reschedule_booking",
        title="Move a booking",
        description="""\
Move a booking to another time; id and code stay the same, and on any refusal the old time is still booked.
Find the new time with get_availability and `reschedule_of`, keep it with create_hold and `reschedule_of`,
show the customer old and new time, wait for their yes, then pass the `hold_id` here (or a `slot_id` or
`start` directly). `staff` is `same`, `any` or an id. Which booking: as in find_booking. Moving it to where it
is already changes nothing (`unchanged`). Refused with `slot_taken`, `slot_held`, `hold_expired`,
`outside_reschedule_window` (too late: the business has to be called), `version_conflict` (it was changed
meanwhile), `not_reschedulable`.""",
        arguments=RescheduleBooking,
        answer=RescheduledView,
        scope=Scope.APPOINTMENTS_WRITE,
        run=reschedule_booking,
        writes=True,
        destroys=True,
    ),
    McpTool(
        name="cancel_booking",
        title="Cancel a booking",
        description="""\
Cancel a booking for good: its time is free for others at once, and cannot be had back by asking. Show the
customer what will be cancelled and wait for their yes first. Which booking: as in find_booking. Repeating it
is a success that does nothing (`already`). Refused with `outside_cancellation_window` (too late: the business
has to be called), `already_started`, `version_conflict`.""",
        arguments=CancelBooking,
        answer=CancelledView,
        scope=Scope.APPOINTMENTS_WRITE,
        run=cancel_booking,
        writes=True,
        destroys=True,
    ),
)
