"""Booking by hand: somebody at the desk chooses one of the free times for a customer who calls."""

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect

from booking_core.customers.customer import write_in_language
from booking_core.desk import Desk
from booking_core.errors import Conflict, Invalid, InvalidField
from booking_core.holds.request import HoldRequest
from booking_core.storage.ids import new_id
from web.console.agenda.booking_form import booking_form, read_booking
from web.console.agenda.wanted import Wanted, free_times, read_day, read_length
from web.console.forms.form import KEY, Form, FormState
from web.console.forms.sent import Sent, read_sent
from web.console.rendering.page import page
from web.console.rendering.visit import Visit

# The name of a button that books nothing; its value is another day to look at, if any.
LOOK = "look"


@get("/agenda/new")
async def new_appointment(visit: NamedDependency[Visit]) -> Response[str]:
    query = {name: [text] for name, text in visit.request.query_params.items()}
    return await _draw(visit, Sent(query), key=new_id("form"))


@post("/agenda/new", status_code=303)
async def book(visit: NamedDependency[Visit]) -> Response[str] | Redirect:
    """The same core path as every other door takes. Repeating it is the same appointment. Whoever looks at
    another day or service keeps what they typed, and none of it stands in an address."""
    sent = await read_sent(visit.request)
    if LOOK in sent.texts:
        day = sent.text(LOOK)
        looked = sent.with_texts(("start", LOOK), {"day": [day]} if day else {})
        return await _draw(visit, looked, key=sent.text(KEY))
    wanted = await visit.read(lambda desk: _read_wish(visit, desk, sent))
    state = FormState(await visit.read(lambda desk: _form(desk, wanted)), sent, key=sent.text(KEY))
    try:
        booked = await _book(visit, wanted, state)
    except (Conflict, Invalid) as refusal:
        return await _draw(visit, sent, key=state.key, refused=state.with_refusal(refusal))
    return Redirect(f"{visit.operator.home}/appointments/{booked}?done=booked", status_code=303)


async def _book(visit: Visit, wanted: Wanted | None, state: FormState) -> str:
    """The id of the appointment. Contact and answers are read first: what is refused keeps no time."""
    if wanted is None:
        raise InvalidField("service", "There is no such service.")
    values, start = state.form.read(state.sent), wanted.start_in(state.sent)

    async def read(desk: Desk) -> None:
        read_booking(desk, wanted.service, values)

    async def hold(desk: Desk) -> str:
        key = f"{state.key} {start.isoformat()} {wanted.staff} {wanted.length}"
        staff, place = wanted.staff or None, wanted.place.id
        ask = HoldRequest(wanted.service.id, start, key, staff, place, duration_min=wanted.length)
        return (await desk.hold(ask)).id

    async def confirm(desk: Desk) -> str:
        contact, answers = read_booking(desk, wanted.service, values)
        appointment = await desk.confirm(held, contact, answers=answers)
        if contact.locale is not None:
            await write_in_language(
                desk.session, desk.organization_id, appointment.customer_id, contact.locale
            )
        return appointment.id

    await visit.read(read)
    held = await visit.carry_out(hold)
    return await visit.carry_out(confirm)


async def _form(desk: Desk, wanted: Wanted | None) -> Form:
    return booking_form(desk, wanted.service) if wanted else Form(())


async def _read_wish(visit: Visit, desk: Desk, sent: Sent) -> Wanted | None:
    """None as long as no service is chosen. Whoever only sees their own agenda books with themselves."""
    catalogue = desk.catalogue
    service = catalogue.services.get(sent.text("service"))
    place = catalogue.locations.get(sent.text("location")) or next(iter(catalogue.locations.values()), None)
    if service is None or place is None:
        return None
    today = visit.local(desk, place.time_zone).day_of(desk.clock.now())
    length = read_length(sent.text("length"), service, service.duration_min)
    staff = visit.operator.only_agenda or sent.text("staff")
    return Wanted(service, place, staff, read_day(sent.text("day"), today), length)


async def _draw(visit: Visit, sent: Sent, *, key: str, refused: FormState | None = None) -> Response[str]:
    async def look(desk: Desk) -> dict[str, object]:
        wanted, catalogue = await _read_wish(visit, desk, sent), desk.catalogue
        only = visit.operator.only_agenda
        services = catalogue.services_of(only) if only else list(catalogue.services.values())
        shown: dict[str, object] = {"services": services, "places": list(catalogue.locations.values())}
        if wanted is None:
            return {**shown, "wanted": None, "state": refused}
        local = visit.local(desk, wanted.place.time_zone)
        return {
            **shown,
            **await free_times(desk, wanted, local, only),
            "state": refused or FormState(booking_form(desk, wanted.service), sent, key=key),
        }

    shown = await visit.read(look)
    status = 422 if refused else 200
    address = f"{visit.operator.home}/agenda/new"
    return page(
        "new_appointment.html",
        status_code=status,
        operator=visit.operator,
        address=address,
        asked=sent,
        **shown,
    )
