"""Customers found by what they say on the phone, with their appointments; a name or a contact put right."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect
from msgspec import Struct

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.of_customer.correct import CORRECTED, correct_customer
from booking_core.appointments.of_customer.search import FoundCustomer, find_customers
from booking_core.customers.contacts import ContactDetails
from booking_core.customers.phone_countries import phone_for_people
from booking_core.desk import Desk
from booking_core.errors import Invalid, complaints_of
from web.console.conversations.outcomes import names_of, status_labels
from web.console.forms.sent import Sent, read_sent
from web.console.rendering.page import page
from web.console.rendering.visit import Visit
from web.console.words.refusals import refusal_text

LONGEST_SEARCH = 100


class AppointmentRow(Struct, frozen=True):
    id: str
    when: str
    service: str
    with_whom: str
    status: str
    status_label: str
    is_to_come: bool


class CustomerRow(Struct, frozen=True):
    """``phone`` as people read it."""

    id: str
    name: str
    phone: str
    email: str
    appointments: Sequence[AppointmentRow]


@get("/customers")
async def customers_page(
    visit: NamedDependency[Visit], q: FromQuery[str] = "", done: FromQuery[str] = ""
) -> Response[str]:
    """Whoever only sees their own agenda finds whom they serve."""
    return await _draw(visit, q.replace("\0", "")[:LONGEST_SEARCH], is_kept=bool(done))


@post("/customers/{customer_id:str}", status_code=303)
async def change_customer(
    visit: NamedDependency[Visit], customer_id: FromPath[str]
) -> Response[str] | Redirect:
    sent = await read_sent(visit.request)
    given = ContactDetails(sent.text("name"), sent.text("email") or None, sent.text("phone") or None)
    try:
        kept = await visit.carry_out(lambda desk: correct_customer(desk, customer_id, given))
    except Invalid as refused:
        wrong = {name: refusal_text(said) for name, said in complaints_of(refused)}
        return await _draw(visit, sent.text("q"), refused=customer_id, sent=sent, wrong=wrong)
    found = kept.email or kept.phone or kept.name
    return Redirect(f"{visit.operator.home}/customers?{_query(found)}", status_code=303)


def _query(found: str) -> str:
    return urlencode({"q": found, "done": "1"})


async def _draw(
    visit: Visit,
    q: str,
    *,
    is_kept: bool = False,
    refused: str = "",
    sent: Sent | None = None,
    wrong: dict[str, str] | None = None,
) -> Response[str]:
    async def look(desk: Desk) -> list[CustomerRow]:
        found = await find_customers(desk, q, visit.operator.only_agenda)
        labels = await status_labels(desk, [each for one in found for each in one.appointments])
        return [_row(visit, desk, one, labels) for one in found]

    return page(
        "customers.html",
        status_code=422 if wrong else 200,
        operator=visit.operator,
        address=f"{visit.operator.home}/customers",
        q=q,
        rows=await visit.read(look),
        may_correct=visit.operator.may(CORRECTED),
        is_kept=is_kept,
        refused=refused,
        sent=sent,
        wrong=wrong or {},
    )


def _row(visit: Visit, desk: Desk, found: FoundCustomer, labels: Mapping[str, str]) -> CustomerRow:
    """``labels`` say how each appointment stands, by its id."""
    customer = found.customer
    return CustomerRow(
        customer.id,
        customer.name,
        phone_for_people(customer.phone) if customer.phone else "",
        customer.email or "",
        [_appointment(visit, desk, one, labels[one.id]) for one in found.appointments],
    )


def _appointment(visit: Visit, desk: Desk, one: Appointment, label: str) -> AppointmentRow:
    local = visit.local(desk, desk.catalogue.location(one.location_id).time_zone)
    return AppointmentRow(
        one.id,
        local.date_and_time(one.starts_at),
        desk.catalogue.booked_name(one),
        names_of(desk, one),
        one.status,
        label,
        one.starts_at > desk.clock.now(),
    )
