"""The page itself, and what it links to beside its own pages: the calendar file and its style."""

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.params import FromQuery

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.by_link.answers import was_answered
from booking_core.desk import Desk
from booking_core.notices.ics import calendar_file
from web.chat.pages.page_files import FOR_EVER
from web.manage.rendering.drawing import HEADERS, manage_style
from web.manage.rendering.shown import IS_CANCELLED, Shown, page_of, show_appointment, was_moved
from web.manage.visit import LinkVisit


@get("/", media_type=MediaType.HTML)
async def manage_page(visit: NamedDependency[LinkVisit], done: FromQuery[str] = "") -> Response[str]:
    """``done`` is what was just pressed, which is said only where it is so."""

    async def look(desk: Desk, appointment: Appointment) -> tuple[Shown, str]:
        shown = await show_appointment(visit, desk, appointment)
        return shown, await _news(desk, shown, done)

    shown, news = await visit.read(look)
    return page_of(visit, "appointment.html", shown, news=news)


@get("/appointment.ics")
async def calendar(visit: NamedDependency[LinkVisit]) -> Response[bytes]:
    async def file(desk: Desk, appointment: Appointment) -> bytes:
        return calendar_file(desk.catalogue, appointment, desk.clock.now())

    headers = {**HEADERS, "Content-Disposition": 'attachment; filename="appointment.ics"'}
    return Response(await visit.read(file), media_type="text/calendar", headers=headers)


@get("/b/assets/manage.css", include_in_schema=False)
async def style() -> Response[str]:
    return Response(manage_style(), media_type=MediaType.CSS, headers={"Cache-Control": FOR_EVER})


async def _news(desk: Desk, shown: Shown, done: str) -> str:
    words, appointment = shown.words, shown.appointment
    if shown.state == IS_CANCELLED:
        return {"cancelled": words.cancel_done, "withdrawn": words.withdraw_done}.get(done, "")
    if done == "moved" and await was_moved(desk, appointment):
        return words.move_done
    if done == "answered" and await was_answered(desk, appointment):
        return words.answers_done
    return ""
