"""Requests: what waits for the business's yes or no, whichever day it is for."""

from collections.abc import Sequence

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery
from msgspec import Struct

from booking_core.appointments.agenda import open_requests
from booking_core.appointments.appointment import Appointment
from booking_core.appointments.served import Answer, answers_of, as_read_by
from booking_core.customers.customer import Customer
from booking_core.desk import Desk
from web.console.appointments.page import IS_TOLD, NEWS
from web.console.conversations.outcomes import conversations_behind, names_of
from web.console.rendering.page import page
from web.console.rendering.texts import price_text
from web.console.rendering.visit import Visit
from web.console.words.translate import gettext


class RequestRow(Struct, frozen=True):
    """One of them. ``is_past`` where its time has come unanswered; ``letter_to`` is where its customer is
    told of the answer, else they are told at one of ``ways`` by whoever answers."""

    id: str
    version: int
    code: str
    service: str
    customer: str
    ways: tuple[str | None, str | None]
    when: str
    until: str
    place: str
    with_whom: str
    party_size: int
    price: str
    answers: Sequence[Answer]
    asked: str
    is_past: bool
    conversation_id: str
    letter_to: str


@get("/agenda/requests")
async def requests_page(visit: NamedDependency[Visit], done: FromQuery[str] = "") -> Response[str]:
    """Soonest first. Whoever only sees their own agenda sees what they are asked for."""

    async def look(desk: Desk) -> list[RequestRow]:
        found = await open_requests(desk, visit.operator.only_agenda)
        chats = await conversations_behind(desk, [appointment.id for appointment, _ in found])
        return [await _row(visit, desk, *one, chats.get(one[0].id, "")) for one in found]

    news = gettext(NEWS[done]) if done in IS_TOLD else ""
    rows = await visit.read(look)
    return page("requests.html", operator=visit.operator, requests=rows, news=news)


async def _row(
    visit: Visit, desk: Desk, appointment: Appointment, customer: Customer, conversation_id: str
) -> RequestRow:
    place, now = desk.catalogue.location(appointment.location_id), desk.clock.now()
    local = visit.local(desk, place.time_zone)
    return RequestRow(
        id=appointment.id,
        version=appointment.version,
        code=appointment.code,
        service=desk.catalogue.booked_name(appointment),
        customer=customer.name,
        ways=(customer.phone, customer.email),
        when=local.date_and_time(appointment.starts_at),
        until=local.time(appointment.ends_at),
        place=place.name if len(desk.catalogue.locations) > 1 else "",
        with_whom=names_of(desk, appointment),
        party_size=appointment.party_size,
        price=price_text(appointment.quote),
        answers=await _answers(visit, desk, appointment),
        asked=local.when(appointment.created_at, now),
        is_past=appointment.starts_at <= now,
        conversation_id=conversation_id,
        letter_to=await visit.letter_to(desk, customer.email, customer.phone),
    )


async def _answers(visit: Visit, desk: Desk, appointment: Appointment) -> Sequence[Answer]:
    """What one has to know before saying yes; sensitive ones as on the page of the appointment."""
    if not appointment.answers:
        return ()
    operator = visit.operator
    return await answers_of(desk, as_read_by(appointment, operator.role, operator.resource_id))
