"""The business moves an appointment: to a free time of the same person or another, for as long as it is or
for another of the service's lengths. Cut-offs bind customers only."""

from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.find import customers_by_id
from booking_core.appointments.served import find_served
from booking_core.booking.move import ANY
from booking_core.catalogue.resources import STAFF
from booking_core.desk import Desk
from booking_core.errors import Conflict, Invalid, InvalidField
from web.console.agenda.new_appointment import LOOK
from web.console.agenda.wanted import ANYBODY, Wanted, free_times, read_day, read_length
from web.console.appointments.page import read_reason
from web.console.forms.form import VERSION, Form, FormState
from web.console.forms.sent import Sent, read_sent
from web.console.rendering.page import page
from web.console.rendering.visit import Visit
from web.console.words.translate import gettext


@get("/appointments/{appointment_id:str}/move")
async def move_page(visit: NamedDependency[Visit], appointment_id: FromPath[str]) -> Response[str]:
    """Begins on the day of the appointment, with who serves it."""
    query = {name: [text] for name, text in visit.request.query_params.items()}
    return await _draw(visit, appointment_id, Sent(query))


@post("/appointments/{appointment_id:str}/move", status_code=303)
async def move(visit: NamedDependency[Visit], appointment_id: FromPath[str]) -> Response[str] | Redirect:
    """By the version that the page showed. Pressing twice moves once."""
    sent = await read_sent(visit.request)
    if LOOK in sent.texts:
        day = sent.text(LOOK)
        looked = sent.with_texts(("start", LOOK), {"day": [day]} if day else {})
        return await _draw(visit, appointment_id, looked)

    async def work(desk: Desk) -> None:
        await _move(visit, desk, appointment_id, sent)

    try:
        await visit.carry_out(work)
    except (Conflict, Invalid) as refusal:
        return await _draw(visit, appointment_id, sent, refused=refusal)
    return Redirect(f"{visit.operator.home}/appointments/{appointment_id}?done=moved", status_code=303)


async def _move(visit: Visit, desk: Desk, appointment_id: str, sent: Sent) -> None:
    appointment = (await find_served(desk, appointment_id, for_update=True)).appointment
    wanted, version = _wish(visit, desk, appointment, sent), sent.number(VERSION)
    start = wanted.start_in(sent)
    if appointment.version == version + 1 and appointment.starts_at == start:
        return  # The same press again.
    moved = await desk.reschedule(
        appointment_id,
        start=start,
        staff=wanted.staff or ANY,
        location_id=appointment.location_id,
        duration_min=wanted.length,
        expected_version=version,
        reason=read_reason(sent),
    )
    if moved.unchanged:
        raise InvalidField("start", gettext("Please choose another time."))


def _wish(visit: Visit, desk: Desk, appointment: Appointment, sent: Sent) -> Wanted:
    """Whoever only sees their own agenda moves within it."""
    service = desk.catalogue.service(appointment.service_id)
    place = desk.catalogue.location(appointment.location_id)
    own_day = visit.local(desk, place.time_zone).day_of(appointment.starts_at)
    staff = sent.text("staff") if "staff" in sent.texts else _who_serves(desk, appointment)
    return Wanted(
        service,
        place,
        visit.operator.only_agenda or staff,
        read_day(sent.text("day"), own_day),
        read_length(sent.text("length"), service, appointment.duration_min),
        appointment,
    )


def _who_serves(desk: Desk, appointment: Appointment) -> str:
    """Anybody in a class, which has its own leader at each time, and where they no longer do it."""
    if desk.catalogue.service(appointment.service_id).is_group:
        return ANYBODY
    serving = desk.catalogue.who_serves(appointment.service_id, appointment.location_id)
    theirs = (one.id for one in serving if one.kind == STAFF and one.id in appointment.resource_ids)
    return next(theirs, ANYBODY)


async def _draw(
    visit: Visit, appointment_id: str, sent: Sent, *, refused: Conflict | Invalid | None = None
) -> Response[str]:
    """Raises ``Conflict`` where it can no longer be moved."""

    async def look(desk: Desk) -> dict[str, Any]:
        appointment = (await find_served(desk, appointment_id)).appointment
        appointment.must_be_movable(desk.clock.now())
        wanted = _wish(visit, desk, appointment, sent)
        local = visit.local(desk, wanted.place.time_zone)
        state = FormState(Form(()), sent, appointment.version)
        customer = (await customers_by_id(desk, [appointment.customer_id]))[appointment.customer_id]
        begins, ends = local.date_and_time(appointment.starts_at), local.time(appointment.ends_at)
        return {
            **await free_times(desk, wanted, local, visit.operator.only_agenda),
            "service": wanted.service.name,
            "customer": customer,
            "letter_to": await visit.letter_to(desk, customer.email, customer.phone),
            "now_text": f"{begins}–{ends}",
            "state": state.with_refusal(refused) if refused else state,
        }

    return page(
        "move.html",
        status_code=422 if refused else 200,
        operator=visit.operator,
        back=f"{visit.operator.home}/appointments/{appointment_id}",
        **await visit.read(look),
    )
