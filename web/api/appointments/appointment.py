"""Appointments: what they are shown as, and looked up."""

from typing import Annotated, Any, Literal

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from msgspec import UNSET, Meta, Struct, UnsetType, field
from sqlalchemy import select

from booking_core.appointments.agenda import AppointmentFilter, Cursor
from booking_core.appointments.appointment import Appointment
from booking_core.customers.customer import Customer
from booking_core.desk import Desk
from booking_core.errors import NotFound
from booking_core.time.wall_clock import zone
from web.access.scopes import Scope
from web.api.api_request import ApiRequest, json_response
from web.api.appointments.view_context import ViewContext
from web.api.catalogue.services import PolicyView
from web.api.description.operations import Operation
from web.api.holds.hold_view import staff_among
from web.api.values.fields import DateOrInstant, Moment, or_none, storable
from web.api.values.instants import ends_of, starts_of
from web.api.values.money import MoneyView
from web.api.values.pages import PageQuery
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
    but for the answer that makes the appointment. `customer_as_given` is there where a hold is confirmed once
    more: false says that the appointment stands under another customer, who was named first.
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
    policy: PolicyView
    customer: CustomerView | UnsetType = UNSET
    answers: dict[str, str | bool] | UnsetType = UNSET
    source: str
    hold_id: str
    created_at: Moment
    cancelled_at: Moment | None
    cancel_reason: str | UnsetType | None = UNSET
    customer_as_given: bool | UnsetType = UNSET
    manage_url: str
    ics_url: str


class AppointmentList(Struct, frozen=True):
    items: list[AppointmentView]
    next_page_token: str | None


SHOW = Operation(
    name="get_appointment",
    summary="One appointment",
    scope=Scope.APPOINTMENTS_READ,
    answer=AppointmentView,
    versioned=True,
    refusals=("not_found",),
)


@get("/{appointment_id:str}", opt=SHOW.opt)
async def get_appointment(
    door: NamedDependency[ApiRequest], appointment_id: FromPath[str]
) -> Response[bytes]:
    async def work(desk: Desk) -> AppointmentView:
        return await appointment_view(await desk.find(storable(appointment_id)), desk, door)

    view = await door.visit(work)
    etag = etag_of(view.id, view.version)
    known = [
        one.strip().removeprefix("W/") for one in door.request.headers.get("If-None-Match", "").split(",")
    ]
    if etag in known or known == ["*"]:
        return Response(b"", status_code=304, headers={"ETag": etag, "Cache-Control": "no-store"})
    return json_response(view, headers={"ETag": etag})


class AppointmentQuery(PageQuery, frozen=True, forbid_unknown_fields=True):
    """Starts from `from` to `to`; dates are read on the organization's clock, the last one included."""

    booking_code: (
        Annotated[str, Meta(min_length=1, max_length=20, pattern=r"^[A-Za-z0-9-]+\Z")] | UnsetType
    ) = UNSET
    from_: DateOrInstant | UnsetType = field(default=UNSET, name="from")
    to: DateOrInstant | UnsetType = UNSET
    status: Status | UnsetType = UNSET


LIST = Operation(
    name="list_appointments",
    summary="Appointments in the order they happen",
    scope=Scope.APPOINTMENTS_READ,
    query=AppointmentQuery,
    answer=AppointmentList,
    refusals=("not_found", "nonexistent_local_time", "ambiguous_local_time"),
)


@get("/", opt=LIST.opt)
async def list_appointments(door: NamedDependency[ApiRequest]) -> Response[bytes]:
    query = door.query(AppointmentQuery)

    async def work(desk: Desk) -> AppointmentList:
        on = desk.catalogue.organization.time_zone
        wanted = AppointmentFilter(
            booking_code=or_none(query.booking_code),
            starts_from=None if query.from_ is UNSET else starts_of(query.from_, "from", on),
            starts_before=None if query.to is UNSET else ends_of(query.to, "to", on),
            status=or_none(query.status),
        )
        after = await _cursor(query, desk)
        page = await desk.appointments(wanted, size=query.page_size, after=after)
        views = await appointment_views(page.items, desk, door)
        return AppointmentList(views, page.next.id if page.next else None)

    return json_response(await door.visit(work))


async def _cursor(query: PageQuery, desk: Desk) -> Cursor | None:
    """Pages go on after an appointment, named by its id; an unknown one is no page. Raises ``NotFound``."""
    if query.page_token is UNSET:
        return None
    last = await desk.session.scalar(
        select(Appointment).where(
            Appointment.organization_id == desk.organization_id, Appointment.id == query.page_token
        )
    )
    if last is None:
        raise NotFound("There is no such page.")
    return Cursor(last.starts_at, last.id)


def etag_of(appointment_id: str, version: int) -> str:
    return f'"{appointment_id}-{version}"'


async def appointment_view(
    appointment: Appointment, desk: Desk, context: ViewContext, *, is_new: bool = False
) -> AppointmentView:
    """``is_new`` where this very call made it: its caller has just said whose it is."""
    return (await appointment_views([appointment], desk, context, are_new=is_new))[0]


async def appointment_views(
    appointments: list[Appointment], desk: Desk, context: ViewContext, *, are_new: bool = False
) -> list[AppointmentView]:
    """With their customers, read together, where the caller may know them."""
    if not are_new and Scope.APPOINTMENTS_READ not in context.scopes:
        return [AppointmentView(**_facts_of(one, desk, context)) for one in appointments]
    ids = {appointment.customer_id for appointment in appointments}
    found = await desk.session.scalars(select(Customer).where(Customer.id.in_(ids))) if ids else ()
    customers = {customer.id: customer for customer in found}
    return [
        AppointmentView(
            **_facts_of(appointment, desk, context),
            **_personal_facts_of(appointment, customers[appointment.customer_id]),
        )
        for appointment in appointments
    ]


def _facts_of(appointment: Appointment, desk: Desk, context: ViewContext) -> dict[str, Any]:
    """The fields of a view that tell nothing of its customer, on the clock of the appointment's location."""
    time_zone = desk.catalogue.location(appointment.location_id).time_zone
    on = zone(time_zone)
    cancelled_at = appointment.cancelled_at
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
        "start": appointment.starts_at.astimezone(on),
        "end": appointment.ends_at.astimezone(on),
        "time_zone": time_zone,
        "duration_min": int((appointment.ends_at - appointment.starts_at).total_seconds()) // 60,
        "party_size": appointment.party_size,
        "price": MoneyView.of(appointment.money),
        "policy": PolicyView.of(appointment.policy),
        "source": appointment.source,
        "hold_id": appointment.hold_id,
        "created_at": appointment.created_at.astimezone(on),
        "cancelled_at": cancelled_at and cancelled_at.astimezone(on),
        # The conversation page moves and cancels for whoever knows the booking code and the contact.
        "manage_url": f"{context.public_url}/c/{desk.organization_id}",
        "ics_url": f"{context.public_url}/chat/v1/calendar/{appointment.id}.ics",
    }


def _personal_facts_of(appointment: Appointment, customer: Customer) -> dict[str, Any]:
    return {
        "customer": CustomerView(customer.id, customer.name, customer.email, customer.phone),
        "answers": dict(appointment.answers or {}),
        "cancel_reason": appointment.cancel_reason,
    }


ROUTES = [get_appointment, list_appointments]
