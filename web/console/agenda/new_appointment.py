"""Booking by hand: somebody at the desk chooses one of the free times for a customer who calls."""

from datetime import date

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect

from booking_core.desk import Desk
from booking_core.errors import Conflict, Invalid, InvalidField
from booking_core.holds.request import HoldRequest
from booking_core.storage.ids import new_id
from web.console.agenda.agenda import FIRST_DAY, LAST_DAY
from web.console.agenda.booking_form import Wanted, booking_form, read_booking, read_start
from web.console.forms.form import KEY, Form, FormState
from web.console.forms.sent import Sent, sent_by
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
    sent = await sent_by(visit.request)
    if LOOK in sent.texts:
        day = sent.text(LOOK)
        looked = sent.with_texts(("start", LOOK), {"day": [day]} if day else {})
        return await _draw(visit, looked, key=sent.text(KEY))
    wanted = await visit.read(lambda desk: _read_wish(visit, desk, sent))
    state = FormState(await visit.read(lambda desk: _form(desk, wanted)), sent, key=sent.text(KEY))
    try:
        booked = await _book(visit, wanted, state)
    except (Conflict, Invalid) as refusal:
        return await _draw(visit, sent, key=state.key, refused=state.refused(refusal))
    return Redirect(f"{visit.operator.home}/appointments/{booked}?done=booked", status_code=303)


async def _book(visit: Visit, wanted: Wanted | None, state: FormState) -> str:
    """The id of the appointment. Contact and answers are read first: what is refused keeps no time."""
    if wanted is None:
        raise InvalidField("service", "There is no such service.")
    values, start = state.form.read(state.sent), read_start(state.sent.text("start"))

    async def read(desk: Desk) -> None:
        read_booking(desk, wanted.service, values)

    async def hold(desk: Desk) -> str:
        key = f"{state.key} {start.isoformat()} {wanted.staff}"
        ask = HoldRequest(wanted.service.id, start, key, wanted.staff or None, wanted.place.id)
        return (await desk.hold(ask)).id

    async def confirm(desk: Desk) -> str:
        contact, answers = read_booking(desk, wanted.service, values)
        return (await desk.confirm(held, contact, answers=answers)).id

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
    try:
        day = date.fromisoformat(sent.text("day"))
    except ValueError:
        day = today
    day = day if FIRST_DAY <= day <= LAST_DAY else today
    return Wanted(service, place, visit.operator.only_agenda or sent.text("staff"), day)


async def _draw(visit: Visit, sent: Sent, *, key: str, refused: FormState | None = None) -> Response[str]:
    async def look(desk: Desk) -> dict[str, object]:
        wanted, catalogue = await _read_wish(visit, desk, sent), desk.catalogue
        only = visit.operator.only_agenda
        services = catalogue.services_of(only) if only else list(catalogue.services.values())
        shown: dict[str, object] = {"services": services, "places": list(catalogue.locations.values())}
        if wanted is None:
            return {**shown, "wanted": None, "state": refused}
        local = visit.local(desk, wanted.place.time_zone)
        times = await wanted.times(desk, local)
        next_day = None if times else await wanted.next_day(desk, local)
        return {
            **shown,
            "wanted": wanted,
            "people": wanted.people(desk, only),
            "times": times,
            "day_text": local.long_date(wanted.day),
            "next_day": next_day,
            "next_day_text": next_day and local.long_date(next_day),
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
