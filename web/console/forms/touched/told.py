"""What was decided about touched appointments, once it is done: whom to call, who gets a letter, and what
stays as it was."""

from urllib.parse import urlencode

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect
from msgspec import Struct

from booking_core.back_office.decided import DecidedAppointment, read_decided
from booking_core.catalogue.resources import STAFF
from booking_core.desk import Desk
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.visit import Visit
from web.console.words.translate import gettext


class ToldRow(Struct, frozen=True):
    """One appointment: ``when`` it was, and ``what`` was decided, but for one that is kept. ``letter_to`` is
    empty where its customer hears of it from nobody but the business."""

    id: str
    when: str
    what: str
    is_kept: bool
    was_asked: bool
    service: str
    customer: str
    phone: str
    email: str
    letter_to: str
    message: str


def told_address(visit: Visit, here: str, then: str) -> str:
    """Where a change leads that some were decided about; from there on to ``then``."""
    request_id, back = visit.operator.request_id, then.removeprefix(visit.home)
    query = urlencode({"here": here, "then": back})
    return f"{visit.home}/decided/{request_id}?{query}" if request_id else then


@get("/settings/decided/{request_id:str}")
async def told_page(
    visit: NamedDependency[Visit],
    request_id: FromPath[str],
    here: FromQuery[str] = "",
    then: FromQuery[str] = "",
) -> Response[str] | Redirect:
    """For whoever decided it. Where there is nothing to tell, on to where they came from."""
    # Below our own address, whatever somebody has put into the link.
    back = visit.home + (then if then.startswith("/") else "")

    async def look(desk: Desk) -> list[ToldRow]:
        return [await _row(visit, desk, one) for one in await read_decided(desk, request_id)]

    rows = await visit.read(look)
    if not rows:
        return Redirect(back, status_code=303)
    told = [one for one in rows if not (one.is_kept or one.was_asked)]
    return visit.page(
        "settings/decided.html",
        here,
        to_call=[one for one in told if not one.letter_to],
        written=[one for one in told if one.letter_to],
        asked_before=[one for one in rows if one.was_asked],
        kept=[one for one in rows if one.is_kept],
        back=back,
    )


async def _row(visit: Visit, desk: Desk, one: DecidedAppointment) -> ToldRow:
    local = visit.local(desk, desk.catalogue.location(one.location_id).time_zone)
    return ToldRow(
        id=one.id,
        when=local.day_and_time(one.starts_at),
        what=_what(desk, one, local),
        is_kept=one.is_kept,
        was_asked=one.was_asked,
        service=desk.catalogue.booked_name(one),
        customer=one.customer_name,
        phone=one.phone or "",
        email=one.email or "",
        letter_to=await visit.letter_to(desk, one.email, one.phone),
        message=one.message,
    )


def _what(desk: Desk, one: DecidedAppointment, local: LocalFormat) -> str:
    if one.is_asked or one.was_asked:
        return gettext("is to choose another time")
    if one.now_at is not None:
        used = desk.catalogue.resources_among(one.resource_ids)
        who = ", ".join(resource.name for resource in used if resource.kind == STAFF)
        when = local.day_and_time(one.now_at)
        if who:
            return gettext("moved to %(when)s, with %(who)s", when=when, who=who)
        return gettext("moved to %(when)s", when=when)
    return gettext("cancelled")
