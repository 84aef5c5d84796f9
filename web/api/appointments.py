"""Appointments: confirmed from a hold, and looked up again."""

from datetime import datetime
from typing import Annotated, Any, Literal

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from msgspec import UNSET, Meta, Struct, UnsetType, convert, field
from sqlalchemy import select

from booking_core.agenda import AppointmentFilter, Cursor
from booking_core.appointments import Appointment
from booking_core.customers import ContactDetails, Customer
from booking_core.desk import Desk
from booking_core.errors import HoldExpired, InvalidField, InvalidFields, NotFound
from booking_core.holds import Hold
from booking_core.wall_clock import zone
from web.access.scopes import Scope
from web.api.door import Door, Given, told
from web.api.fields import DateOrInstant, Id, Line, Text, Zone, given, storable
from web.api.holds import held_slot, staff_among
from web.api.instants import ends_of, known_zone, starts_of
from web.api.money import MoneyView
from web.api.operations import Operation, Step
from web.api.pages import PageQuery
from web.api.services import PolicyView
from web.api.slots import SlotTokens, StaffView, staff_views
from web.api.stationery import Stationery

Status = Literal["confirmed", "pending_approval", "cancelled", "completed", "no_show"]


class CustomerBody(Struct, frozen=True, forbid_unknown_fields=True):
    """A name, and an e-mail address or a phone number or both."""

    name: Line
    email: Annotated[str, Meta(max_length=320, pattern="^[^\\x00]*$")] | None = None
    phone: Annotated[str, Meta(max_length=40, pattern="^[^\\x00]*$")] | None = None
    time_zone: Zone | None = None
    locale: Annotated[str, Meta(min_length=2, max_length=35, pattern=r"^[A-Za-z0-9_-]+\Z")] | None = None


class ConfirmBody(Struct, frozen=True, forbid_unknown_fields=True):
    """`expected_price`, where given, must be the one of the hold. `if_expired` may take the same time anew."""

    hold_id: Id
    customer: CustomerBody
    answers: Annotated[dict[Line, Text | bool], Meta(max_length=50)] | None = None
    expected_price: MoneyView | None = None
    if_expired: Literal["fail", "rebook_same_slot"] = "fail"


class CustomerView(Struct, frozen=True):
    id: str
    name: str
    email: str | None
    phone: str | None


class AppointmentView(Struct, frozen=True, kw_only=True):
    """`id` and `appointment_id` are the same; requests use the second name. Price and policy are as agreed at booking."""

    id: str
    appointment_id: str
    booking_code: str
    status: Status
    version: int
    service_id: str
    service_name: str
    location_id: str
    staff: list[StaffView]
    start: datetime
    end: datetime
    time_zone: str
    duration_min: int
    party_size: int
    price: MoneyView | None
    policy: PolicyView
    customer: CustomerView
    answers: dict[str, str | bool]
    source: str
    hold_id: str
    created_at: datetime
    cancelled_at: datetime | None
    cancel_reason: str | None
    manage_url: str
    ics_url: str

    @classmethod
    def of(
        cls, appointment: Appointment, customer: Customer, desk: Desk, paper: Stationery
    ) -> "AppointmentView":
        return cls(**facts_of(appointment, customer, desk, paper))


class AppointmentList(Struct, frozen=True):
    items: list[AppointmentView]
    next_page_token: str | None


CONFIRM = Operation(
    name="confirm",
    summary="Make the appointment",
    description="201 makes it; 200 is the same appointment again, whatever the key and however late.",
    scope=Scope.APPOINTMENTS_WRITE,
    body=ConfirmBody,
    answer=AppointmentView,
    success=(200, 201),
    keyed="required",
    leads_to=(
        Step("get_appointment", "appointment_id", "id", "path"),
        Step("reschedule", "appointment_id", "id"),
        Step("cancel", "appointment_id", "id"),
    ),
    refusals=(
        "not_found",
        "slot_taken",
        "slot_held",
        "hold_expired",
        "hold_released",
        "hold_purpose_mismatch",
        "price_changed",
        "customer_overlap",
        "missing_fields",
        "invalid_contact",
        "invalid_answer",
        "outcome_unknown",
    ),
)


@post("/confirm", status_code=201, opt=CONFIRM.opt)
async def confirm(door: NamedDependency[Door]) -> Response[bytes]:
    body = await door.body(ConfirmBody)

    async def deed(desk: Desk) -> Given:
        hold = await desk.find_hold(body.hold_id, for_update=True)
        again = hold.appointment_id is not None
        appointment = await confirmed(desk, hold, body, door.slots)
        view = await appointment_view(appointment, desk, door)
        return Given(view, 200 if again else 201, appointment.id)

    return await door.once(body, deed, spends=body.hold_id)


async def confirmed(desk: Desk, hold: Hold, body: ConfirmBody, slots: SlotTokens) -> Appointment:
    """The appointment of the hold. Refuses in the words of the body that was sent."""
    contact = convert(body.customer, ContactDetails, from_attributes=True)
    if contact.time_zone is not None:
        known_zone(contact.time_zone)
    try:
        return await desk.confirm(
            hold.id,
            contact,
            answers=body.answers or {},
            expected_price=body.expected_price.money if body.expected_price else None,
            if_expired=body.if_expired,
        )
    except InvalidField as wrong:
        raise _as_sent(wrong) from wrong
    except InvalidFields as wrong:
        raise InvalidFields([_as_sent(one) for one in wrong.fields]) from wrong
    except HoldExpired as refusal:
        # A fresh name for the same time, for whoever wants it still.
        refusal.details["slot_id"] = slots.token(desk.catalogue, held_slot(hold, desk), hold.staff_id)
        raise


def _as_sent(wrong: InvalidField) -> InvalidField:
    """The field by its place in the body: the desk knows of no ``customer`` around a contact."""
    if wrong.field not in CustomerBody.__struct_fields__:
        return wrong
    return InvalidField(f"customer.{wrong.field}", wrong.detail, code=wrong.code)


SHOW = Operation(
    name="get_appointment",
    summary="One appointment",
    scope=Scope.APPOINTMENTS_READ,
    answer=AppointmentView,
    versioned=True,
    refusals=("not_found",),
)


@get("/{appointment_id:str}", opt=SHOW.opt)
async def get_appointment(door: NamedDependency[Door], appointment_id: FromPath[str]) -> Response[bytes]:
    async def deed(desk: Desk) -> AppointmentView:
        return await appointment_view(await desk.find(storable(appointment_id)), desk, door)

    view = await door.visit(deed)
    etag = etag_of(view.id, view.version)
    known = [
        one.strip().removeprefix("W/") for one in door.request.headers.get("If-None-Match", "").split(",")
    ]
    if etag in known or known == ["*"]:
        return Response(b"", status_code=304, headers={"ETag": etag, "Cache-Control": "no-store"})
    return told(view, headers={"ETag": etag})


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
async def list_appointments(door: NamedDependency[Door]) -> Response[bytes]:
    query = door.query(AppointmentQuery)

    async def deed(desk: Desk) -> AppointmentList:
        on = desk.catalogue.organization.time_zone
        wanted = AppointmentFilter(
            booking_code=given(query.booking_code),
            starts_from=None if query.from_ is UNSET else starts_of(query.from_, "from", on),
            starts_before=None if query.to is UNSET else ends_of(query.to, "to", on),
            status=given(query.status),
        )
        after = await _cursor(query, desk)
        page = await desk.appointments(wanted, size=query.page_size, after=after)
        views = await appointment_views(page.items, desk, door)
        return AppointmentList(views, page.next.id if page.next else None)

    return told(await door.visit(deed))


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


async def appointment_view(appointment: Appointment, desk: Desk, paper: Stationery) -> AppointmentView:
    return (await appointment_views([appointment], desk, paper))[0]


async def appointment_views(
    appointments: list[Appointment], desk: Desk, paper: Stationery
) -> list[AppointmentView]:
    """With their customers, read together."""
    ids = {appointment.customer_id for appointment in appointments}
    found = await desk.session.scalars(select(Customer).where(Customer.id.in_(ids))) if ids else ()
    customers = {customer.id: customer for customer in found}
    return [
        AppointmentView.of(appointment, customers[appointment.customer_id], desk, paper)
        for appointment in appointments
    ]


def facts_of(appointment: Appointment, customer: Customer, desk: Desk, paper: Stationery) -> dict[str, Any]:
    """The fields of a view, on the clock of the appointment's location."""
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
        "customer": CustomerView(customer.id, customer.name, customer.email, customer.phone),
        "answers": dict(appointment.answers or {}),
        "source": appointment.source,
        "hold_id": appointment.hold_id,
        "created_at": appointment.created_at.astimezone(on),
        "cancelled_at": cancelled_at and cancelled_at.astimezone(on),
        "cancel_reason": appointment.cancel_reason,
        # The conversation page moves and cancels for whoever knows the booking code and the contact.
        "manage_url": f"{paper.public_url}/c/{desk.organization_id}",
        "ics_url": f"{paper.public_url}/chat/v1/calendar/{appointment.id}.ics",
    }


ROUTES = [confirm, get_appointment, list_appointments]
