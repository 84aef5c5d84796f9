"""What an appointment is shown as."""

from datetime import datetime, tzinfo
from typing import Any, Literal

from msgspec import UNSET, Struct, UnsetType

from booking_core.access.scopes import Scope
from booking_core.appointments.appointment import Appointment
from booking_core.appointments.find import customers_by_id
from booking_core.customers.customer import Customer
from booking_core.desk import Desk
from booking_core.time.wall_clock import zone
from web.api.appointments.view_context import ViewContext
from web.api.catalogue.services import PolicyView
from web.api.holds.hold_view import staff_among
from web.api.values.fields import Moment
from web.api.values.money import MoneyView
from web.api.values.slots import StaffView, staff_views

Status = Literal["confirmed", "pending_approval", "cancelled", "completed", "no_show"]


class CustomerView(Struct, frozen=True):
    id: str
    name: str
    email: str | None
    phone: str | None


class AppointmentView(Struct, frozen=True, kw_only=True):
    """`id` and `appointment_id` are the same; requests use the second name. Price and policy are as agreed at
    booking.

    `customer`, `answers` and `cancel_reason` need the scope `appointments:read`: without it they are absent,
    but for the answer that makes the appointment; `manage_url` is the customer's own link only with
    `appointments:write` or in that answer, else the conversation page. `customer_as_given` is there where a
    hold is confirmed once more: false says that the appointment stands under another customer, who was named
    first. Of its present time: `coming_at` is when the customer said that they come, `displaced_at` since
    when they are asked for another, because the business cannot keep it, `late_at` when they said that they
    will be late, and `late_min` by how many minutes, null where they did not say.
    """

    id: str
    appointment_id: str
    booking_code: str
    status: Status
    version: int
    service_id: str
    service_name: str
    location_id: str
    staff: list[StaffView]
    start: Moment
    end: Moment
    time_zone: str
    duration_min: int
    party_size: int
    price: MoneyView | None
    price_is_from: bool
    policy: PolicyView
    customer: CustomerView | UnsetType = UNSET
    answers: dict[str, str | bool] | UnsetType = UNSET
    source: str
    hold_id: str
    created_at: Moment
    cancelled_at: Moment | None
    coming_at: Moment | None
    displaced_at: Moment | None
    late_at: Moment | None
    late_min: int | None
    cancel_reason: str | UnsetType | None = UNSET
    customer_as_given: bool | UnsetType = UNSET
    manage_url: str
    ics_url: str


async def appointment_view(
    appointment: Appointment, desk: Desk, context: ViewContext, *, is_new: bool = False
) -> AppointmentView:
    """``is_new`` where this very call made it: its caller has just said whose it is."""
    return (await appointment_views([appointment], desk, context, are_new=is_new))[0]


async def appointment_views(
    appointments: list[Appointment], desk: Desk, context: ViewContext, *, are_new: bool = False
) -> list[AppointmentView]:
    """With their customers, read together, where the caller may know them."""
    links = may_have_link(context, are_new=are_new)
    if not are_new and Scope.APPOINTMENTS_READ not in context.scopes:
        return [AppointmentView(**_facts_of(one, desk, context, links=links)) for one in appointments]
    customers = await customers_by_id(desk, {appointment.customer_id for appointment in appointments})
    return [
        AppointmentView(
            **_facts_of(appointment, desk, context, links=links),
            **_personal_facts_of(appointment, customers[appointment.customer_id], desk),
        )
        for appointment in appointments
    ]


def may_have_link(context: ViewContext, *, are_new: bool) -> bool:
    """Whoever may only read must not be handed what moves and cancels."""
    return are_new or Scope.APPOINTMENTS_WRITE in context.scopes


def _facts_of(appointment: Appointment, desk: Desk, context: ViewContext, *, links: bool) -> dict[str, Any]:
    """The fields of a view that tell nothing of its customer, on the clock of the appointment's location."""
    time_zone = desk.catalogue.location(appointment.location_id).time_zone
    return {
        "id": appointment.id,
        "appointment_id": appointment.id,
        "booking_code": appointment.code,
        "status": appointment.status,
        "version": appointment.version,
        "service_id": appointment.service_id,
        "service_name": desk.catalogue.service(appointment.service_id).name,
        "location_id": appointment.location_id,
        "staff": staff_views(desk.catalogue, staff_among(appointment.resource_ids, desk)),
        **_moments_of(appointment, zone(time_zone)),
        "late_min": appointment.late_min,
        "time_zone": time_zone,
        "duration_min": int((appointment.ends_at - appointment.starts_at).total_seconds()) // 60,
        "party_size": appointment.party_size,
        "price": MoneyView.of(appointment.money),
        "price_is_from": appointment.price_is_from,
        "policy": PolicyView.of(appointment.policy),
        "source": appointment.source,
        "hold_id": appointment.hold_id,
        "manage_url": (
            context.links.address(appointment) if links else context.links.chat(desk.organization_id)
        ),
        "ics_url": context.links.calendar_file(appointment),
    }


def _moments_of(appointment: Appointment, on: tzinfo) -> dict[str, datetime | None]:
    moments = {
        "start": appointment.starts_at,
        "end": appointment.ends_at,
        "created_at": appointment.created_at,
        "cancelled_at": appointment.cancelled_at,
        "coming_at": appointment.coming_at,
        "displaced_at": appointment.displaced_at,
        "late_at": appointment.late_at,
    }
    return {name: moment and moment.astimezone(on) for name, moment in moments.items()}


def _personal_facts_of(appointment: Appointment, customer: Customer, desk: Desk) -> dict[str, Any]:
    asked = [one.key for one in desk.catalogue.questions_of.get(appointment.service_id, ())]
    answers = dict(appointment.answers or {})
    return {
        "customer": CustomerView(customer.id, customer.name, customer.email, customer.phone),
        "answers": {key: answers[key] for key in dict.fromkeys([*asked, *answers]) if key in answers},
        "cancel_reason": appointment.cancel_reason,
    }
