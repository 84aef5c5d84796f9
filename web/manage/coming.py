""" "I'm coming": a page with one button, as reminders link to it."""

from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.response import Redirect

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.by_link.coming import note_coming
from booking_core.desk import Desk
from booking_core.errors import Conflict
from web.manage.rendering.refused import sentence_of
from web.manage.rendering.shown import page_of, read_shown
from web.manage.visit import LinkVisit
from web.problems import status_of


@get("/coming", media_type=MediaType.HTML)
async def coming_page(visit: NamedDependency[LinkVisit]) -> Response[str]:
    return page_of(visit, "coming.html", await read_shown(visit))


@post("/coming", media_type=MediaType.HTML, status_code=303)
async def say_coming(visit: NamedDependency[LinkVisit]) -> Response[Any]:
    """Pressing twice says it once."""

    async def work(desk: Desk, appointment: Appointment) -> None:
        await note_coming(desk, appointment)

    try:
        await visit.change(work)
    except Conflict as refusal:
        shown = await read_shown(visit)
        wrong, status = sentence_of(shown, refusal), status_of(refusal)
        return page_of(visit, "coming.html", shown, wrong=wrong, status_code=status)
    return Redirect(visit.path, status_code=303)
