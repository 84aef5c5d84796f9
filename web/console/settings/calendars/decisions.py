"""What somebody has to decide about calendars: appointments over which something stands elsewhere, and what
was done to ours there."""

from collections.abc import Sequence

from litestar import post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect
from msgspec import Struct

from booking_core.appointments.appointment import Appointment
from booking_core.calendars.caldav.arrange import dismiss_edit, edits_of
from booking_core.calendars.caldav.writing import REMOVED
from booking_core.calendars.overlaps import keep_overlapping, overlaps_of
from booking_core.desk import Desk
from web.console.rendering.visit import Visit
from web.console.settings.calendars.external import SLUG

HERE = "/settings/calendars"


class OverlapView(Struct, frozen=True):
    """``link`` is where it is moved or cancelled."""

    id: str
    link: str
    what: str
    customer: str
    when: str
    whose: str


class EditView(Struct, frozen=True):
    calendar_id: str
    id: str
    link: str
    what: str
    when: str
    whose: str
    is_removed: bool


async def overlap_views(visit: Visit, desk: Desk) -> Sequence[OverlapView]:
    return [
        OverlapView(
            id=one.appointment.id,
            link=_link(visit, one.appointment),
            what=desk.catalogue.booked_name(one.appointment),
            customer=one.customer,
            when=_when(visit, desk, one.appointment),
            whose=desk.catalogue.resource(one.resource_id).name,
        )
        for one in await overlaps_of(desk)
    ]


async def edit_views(visit: Visit, desk: Desk) -> Sequence[EditView]:
    return [
        EditView(
            calendar_id=one.writing.calendar_id,
            id=one.appointment.id,
            link=_link(visit, one.appointment),
            what=desk.catalogue.booked_name(one.appointment),
            when=_when(visit, desk, one.appointment),
            whose=desk.catalogue.resource(one.resource_id).name,
            is_removed=one.writing.edit == REMOVED,
        )
        for one in await edits_of(desk)
    ]


@post(f"{HERE}/appointments/{{appointment_id:str}}/keep", status_code=303)
async def keep(visit: NamedDependency[Visit], appointment_id: FromPath[str]) -> Redirect:
    await visit.carry_out(lambda desk: keep_overlapping(desk, appointment_id))
    return Redirect(f"{visit.home}/{SLUG}?done=kept", status_code=303)


@post(f"{HERE}/{{calendar_id:str}}/appointments/{{appointment_id:str}}/seen", status_code=303)
async def see(
    visit: NamedDependency[Visit], calendar_id: FromPath[str], appointment_id: FromPath[str]
) -> Redirect:
    await visit.carry_out(lambda desk: dismiss_edit(desk, calendar_id, appointment_id))
    return Redirect(f"{visit.home}/{SLUG}", status_code=303)


def _link(visit: Visit, appointment: Appointment) -> str:
    return f"{visit.operator.home}/appointments/{appointment.id}"


def _when(visit: Visit, desk: Desk, appointment: Appointment) -> str:
    place = desk.catalogue.location(appointment.location_id)
    return visit.local(desk, place.time_zone).day_and_time(appointment.starts_at)


ROUTES = [keep, see]
