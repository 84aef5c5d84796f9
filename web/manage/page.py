"""The page itself, and what it links to beside its own pages: the calendar file and its style."""

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.params import FromQuery

from booking_core.appointments.appointment import Appointment
from booking_core.desk import Desk
from booking_core.notices.ics import calendar_file
from web.chat.pages.page_files import FOR_EVER
from web.manage.rendering.drawing import HEADERS, manage_style
from web.manage.rendering.shown import IS_CANCELLED, Shown, page_of, read_shown
from web.manage.visit import LinkVisit


@get("/", media_type=MediaType.HTML)
async def manage_page(visit: NamedDependency[LinkVisit], done: FromQuery[str] = "") -> Response[str]:
    """``done`` is what was just pressed, which is said only where it is so."""
    shown = await read_shown(visit)
    return page_of(visit, "appointment.html", shown, news=_news(shown, done))


@get("/appointment.ics")
async def calendar(visit: NamedDependency[LinkVisit]) -> Response[bytes]:
    async def file(desk: Desk, appointment: Appointment) -> bytes:
        return calendar_file(desk.catalogue, appointment, desk.clock.now())

    headers = {**HEADERS, "Content-Disposition": 'attachment; filename="appointment.ics"'}
    return Response(await visit.read(file), media_type="text/calendar", headers=headers)


@get("/b/assets/manage.css", include_in_schema=False)
async def style() -> Response[str]:
    return Response(manage_style(), media_type=MediaType.CSS, headers={"Cache-Control": FOR_EVER})


def _news(shown: Shown, done: str) -> str:
    words = shown.words
    if shown.state == IS_CANCELLED:
        return {"cancelled": words.cancel_done, "withdrawn": words.withdraw_done}.get(done, "")
    return {"moved": words.move_done, "answered": words.answers_done}.get(done, "")
