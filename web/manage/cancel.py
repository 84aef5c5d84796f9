"""Cancelling: a page with one button, that says what it means; after the cut-off it says what to do
instead."""

from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.response import Redirect

from booking_core.appointments.appointment import PENDING, Appointment
from booking_core.desk import Desk
from booking_core.errors import Conflict
from web.manage.form import version_in
from web.manage.rendering.refused import sentence_of
from web.manage.rendering.shown import page_of, read_shown
from web.manage.visit import LinkVisit
from web.problems import status_of


@get("/cancel", media_type=MediaType.HTML)
async def cancel_page(visit: NamedDependency[LinkVisit]) -> Response[str]:
    return page_of(visit, "cancel.html", await read_shown(visit))


@post("/cancel", media_type=MediaType.HTML, status_code=303)
async def cancel(visit: NamedDependency[LinkVisit]) -> Response[Any]:
    """By the version that the page showed. Pressing twice cancels once."""
    version = await version_in(visit.request)

    async def work(desk: Desk, appointment: Appointment) -> str:
        done = "withdrawn" if appointment.status == PENDING else "cancelled"
        await desk.cancel(appointment.id, expected_version=version)
        return done

    try:
        done = await visit.change(work)
    except Conflict as refusal:
        shown = await read_shown(visit)
        wrong, status = sentence_of(shown, refusal), status_of(refusal)
        return page_of(visit, "cancel.html", shown, wrong=wrong, status_code=status)
    return Redirect(f"{visit.path}?done={done}", status_code=303)
