"""Confirming: a hold becomes an appointment."""

from typing import Annotated, Literal

from litestar import Response, post
from litestar.di import NamedDependency
from msgspec import Meta, Struct, convert, structs

from booking_core.access.scopes import Scope
from booking_core.appointments.appointment import Appointment
from booking_core.appointments.find import customers_by_id
from booking_core.booking.booking_caps import Booker
from booking_core.customers.contacts import ContactDetails
from booking_core.desk import Desk
from booking_core.errors import HoldExpired, InvalidField, InvalidFields
from booking_core.holds.hold import Hold
from booking_core.input.pattern_words import ID, NO_NUL
from web.api.api_request import ApiRequest, OperationResult
from web.api.appointments.appointment_view import AppointmentView, appointment_view
from web.api.description.operations import Operation, OperationLink
from web.api.holds.hold_view import slot_of_hold
from web.api.values.fields import Id, Line, Text, Zone
from web.api.values.instants import check_zone
from web.api.values.money import MoneyView
from web.api.values.slots import SlotTokens


class CustomerBody(Struct, frozen=True, forbid_unknown_fields=True):
    """A name, and an e-mail address or a phone number or both."""

    name: Line
    email: Annotated[str, Meta(max_length=320, pattern=NO_NUL)] | None = None
    phone: Annotated[str, Meta(max_length=40, pattern=NO_NUL)] | None = None
    time_zone: Zone | None = None
    locale: Annotated[str, Meta(min_length=2, max_length=35, pattern=ID)] | None = None


class ConfirmBody(Struct, frozen=True, forbid_unknown_fields=True):
    """`expected_price`, where given, must be the one of the hold. `if_expired` may take the same time
    anew."""

    hold_id: Id
    customer: CustomerBody
    answers: Annotated[dict[Line, Text | bool], Meta(max_length=50)] | None = None
    expected_price: MoneyView | None = None
    if_expired: Literal["fail", "rebook_same_slot"] = "fail"


CONFIRM = Operation(
    name="confirm",
    summary="Make the appointment",
    description="""\
201 makes it; 200 is the same appointment again, whatever the key and however late. It stands under what was
sent first: `customer_as_given` is false where this call names another customer.""",
    scope=Scope.APPOINTMENTS_WRITE,
    body=ConfirmBody,
    answer=AppointmentView,
    success=(200, 201),
    keyed="required",
    leads_to=(
        OperationLink("get_appointment", "appointment_id", "id", "path"),
        OperationLink("reschedule", "appointment_id", "id"),
        OperationLink("cancel", "appointment_id", "id"),
    ),
    refusals=(
        "not_found",
        "slot_taken",
        "slot_held",
        "outside_hours",
        "staff_not_qualified",
        "hold_expired",
        "hold_released",
        "hold_purpose_mismatch",
        "price_changed",
        "customer_overlap",
        "missing_fields",
        "invalid_contact",
        "invalid_answer",
        "booking_limit_reached",
        "outcome_unknown",
    ),
)


@post("/confirm", status_code=201, opt=CONFIRM.opt)
async def confirm(door: NamedDependency[ApiRequest]) -> Response[bytes]:
    body = await door.body(ConfirmBody)

    async def work(desk: Desk) -> OperationResult:
        hold = await desk.find_hold(body.hold_id, for_update=True)
        again = hold.appointment_id is not None
        booker = Booker(client_id=door.caller.client_id, client_a_day=door.caller.bookings_per_day)
        appointment = await confirm_hold(desk, hold, body, door.slots, booker)
        view = await appointment_view(appointment, desk, door, is_new=not again)
        if again:
            view = await with_whose_it_is(view, appointment, desk, body.customer)
        return OperationResult(view, 200 if again else 201, appointment.id)

    return await door.once(body, work, spends=body.hold_id)


async def confirm_hold(
    desk: Desk, hold: Hold, body: ConfirmBody, slots: SlotTokens, booker: Booker
) -> Appointment:
    """The appointment of the hold. Refuses in the words of the body that was sent."""
    contact = convert(body.customer, ContactDetails, from_attributes=True)
    if contact.time_zone is not None:
        check_zone(contact.time_zone)
    try:
        return await desk.confirm(
            hold.id,
            contact,
            answers=body.answers or {},
            expected_price=body.expected_price.money if body.expected_price else None,
            if_expired=body.if_expired,
            booker=booker,
        )
    except InvalidField as wrong:
        raise _as_sent(wrong) from wrong
    except InvalidFields as wrong:
        raise InvalidFields([_as_sent(one) for one in wrong.fields]) from wrong
    except HoldExpired as refusal:
        # A fresh name for the same time, for whoever wants it still.
        refusal.details["slot_id"] = slots.token(desk.catalogue, slot_of_hold(hold, desk), hold.staff_id)
        raise


async def with_whose_it_is(
    view: AppointmentView, appointment: Appointment, desk: Desk, named: CustomerBody
) -> AppointmentView:
    """The view of an appointment that was confirmed before, with whether it stands under the customer named
    now."""
    customer = (await customers_by_id(desk, [appointment.customer_id]))[appointment.customer_id]
    try:
        contact = convert(named, ContactDetails, from_attributes=True).normalise(
            desk.catalogue.organization.country
        )
    except (InvalidField, InvalidFields):
        return structs.replace(view, customer_as_given=False)
    is_same = (
        contact.name.casefold() == customer.name.casefold()
        and contact.email in (None, customer.email)
        and contact.phone in (None, customer.phone)
    )
    return structs.replace(view, customer_as_given=is_same)


def _as_sent(wrong: InvalidField) -> InvalidField:
    """The field by its place in the body: the desk knows of no ``customer`` around a contact."""
    if wrong.field not in CustomerBody.__struct_fields__:
        return wrong
    return InvalidField(f"customer.{wrong.field}", wrong.detail, code=wrong.code)


ROUTES = [confirm]
