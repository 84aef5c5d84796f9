"""Moving: choose a day, choose a time, press a button. Each step is a page of its own, and only the last
changes anything; the time is held for as long as the move takes, and what cannot be had is told with the
nearest times."""

from datetime import datetime, timedelta
from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect
from msgspec import Struct

from booking_core.appointments.appointment import Appointment
from booking_core.desk import Desk
from booking_core.errors import Conflict, Invalid, NotFound, Refusal
from booking_core.time.wall_clock import zone
from web.manage.form import VERSION, fields_of, version_of
from web.manage.free_times import FreeTime, FreeTimes, day_in, free_time, free_times, start_in, who_in
from web.manage.rendering.refused import sentence_of
from web.manage.rendering.shown import Shown, page_of, show_appointment
from web.manage.visit import LinkVisit
from web.problems import status_of


class Choice(Struct, frozen=True):
    """What was chosen so far, as an address says it."""

    who: str
    first: str = ""
    day: str = ""


class Nearby(Struct, frozen=True):
    """A free time beside one that cannot be had."""

    time: FreeTime
    text: str


@get("/move", media_type=MediaType.HTML)
async def move_page(
    visit: NamedDependency[LinkVisit],
    who: FromQuery[str] = "",
    first: FromQuery[str] = "",
    day: FromQuery[str] = "",
) -> Response[str]:
    return await _times_page(visit, Choice(who_in(who), first, day))


@get("/move/{stamp:str}", media_type=MediaType.HTML)
async def check_page(
    visit: NamedDependency[LinkVisit], stamp: FromPath[str], who: FromQuery[str] = ""
) -> Response[Any]:
    """The time that was chosen, before the button; the appointment's page where it is moved there already.
    Raises ``NotFound`` for what is no time."""
    start = _read_stamp(stamp)
    chosen = who_in(who)

    async def look(desk: Desk, appointment: Appointment) -> Shown:
        return await show_appointment(visit, desk, appointment)

    shown = await visit.read(look)
    if shown.appointment.starts_at == start:
        return Redirect(visit.path, status_code=303)
    end = start + timedelta(minutes=shown.appointment.duration_min)
    then = shown.time_text(start, end)
    day = start.astimezone(zone(shown.facts.time_zone)).date().isoformat()
    return page_of(visit, "move_check.html", shown, stamp=stamp, who=chosen, then=then, day=day)


@post("/move", media_type=MediaType.HTML, status_code=303)
async def move(visit: NamedDependency[LinkVisit]) -> Response[Any]:
    """By the version that the page showed. Pressing twice moves once."""
    fields = await fields_of(visit.request)
    start, who = _read_stamp(fields.get("start", "")), who_in(fields.get("who", ""))
    version = version_of(fields.get(VERSION, ""))

    async def work(desk: Desk, appointment: Appointment) -> None:
        # The same press again, or the same time pressed in another tab.
        if appointment.version != version and appointment.starts_at == start:
            return
        await desk.reschedule(appointment.id, start=start, staff=who, expected_version=version)

    try:
        await visit.change(work)
    except (Conflict, Invalid) as refusal:
        return await _times_page(visit, Choice(who, "", _day_of(start)), refusal)
    return Redirect(f"{visit.path}?done=moved", status_code=303)


async def _times_page(visit: LinkVisit, choice: Choice, refusal: Refusal | None = None) -> Response[str]:
    async def look(desk: Desk, appointment: Appointment) -> tuple[Shown, FreeTimes | None]:
        shown = await show_appointment(visit, desk, appointment)
        if not shown.may_move:
            return shown, None
        first, day = day_in(choice.first), day_in(choice.day)
        return shown, await free_times(desk, shown, choice.who, first, day)

    shown, times = await visit.read(look)
    return page_of(
        visit,
        "move.html",
        shown,
        times=times,
        nearby=_nearby(shown, refusal),
        wrong=sentence_of(shown, refusal) if refusal else "",
        status_code=status_of(refusal) if refusal else 200,
    )


def _nearby(shown: Shown, refusal: Refusal | None) -> list[Nearby]:
    return [
        Nearby(free_time(slot, shown), shown.time_text(slot.start, slot.end, slot.time_zone))
        for slot in (refusal.alternatives if refusal else ())
    ]


def _read_stamp(stamp: str) -> datetime:
    start = start_in(stamp)
    if start is None:
        raise NotFound("There is no such time.")
    return start


def _day_of(start: datetime) -> str:
    return start.date().isoformat()
