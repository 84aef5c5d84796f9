"""Appointments: what they are shown as, and looked up."""

from typing import Annotated

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from msgspec import UNSET, Meta, Struct, UnsetType, field

from booking_core.access.scopes import Scope
from booking_core.appointments.agenda import AgendaCursor, AppointmentFilter
from booking_core.desk import Desk
from booking_core.errors import NotFound
from booking_core.input.pattern_words import CODE
from web.api.api_request import ApiRequest, json_response
from web.api.appointments.appointment_view import (
    AppointmentView,
    Status,
    appointment_view,
    appointment_views,
)
from web.api.description.operations import Operation
from web.api.values.etags import etag_of, not_modified
from web.api.values.fields import DateOrInstant, or_none, storable
from web.api.values.instants import ends_of, starts_of
from web.api.values.pages import PageQuery


class AppointmentList(Struct, frozen=True):
    items: list[AppointmentView]
    next_page_token: str | None


SHOW = Operation(
    name="get_appointment",
    summary="One appointment",
    scope=Scope.APPOINTMENTS_READ,
    answer=AppointmentView,
    versioned=True,
    refusals=("not_found",),
)


@get("/{appointment_id:str}", opt=SHOW.opt)
async def get_appointment(
    door: NamedDependency[ApiRequest], appointment_id: FromPath[str]
) -> Response[bytes]:
    async def work(desk: Desk) -> AppointmentView:
        return await appointment_view(await desk.find(storable(appointment_id)), desk, door)

    view = await door.visit(work)
    etag = etag_of(view.id, view.version)
    known = not_modified(door.request, etag)
    return known or json_response(view, headers={"ETag": etag})


class AppointmentQuery(PageQuery, frozen=True, forbid_unknown_fields=True):
    """Starts from `from` to `to`; dates are read on the organization's clock, the last one included."""

    booking_code: Annotated[str, Meta(min_length=1, max_length=20, pattern=CODE)] | UnsetType = UNSET
    from_: DateOrInstant | UnsetType = field(default=UNSET, name="from")
    to: DateOrInstant | UnsetType = UNSET
    status: Status | UnsetType = UNSET


LIST = Operation(
    name="list_appointments",
    summary="Appointments in the order they happen",
    scope=Scope.APPOINTMENTS_READ,
    query=AppointmentQuery,
    answer=AppointmentList,
    refusals=("not_found", "nonexistent_local_time", "ambiguous_local_time"),
)


@get("/", opt=LIST.opt)
async def list_appointments(door: NamedDependency[ApiRequest]) -> Response[bytes]:
    query = door.query(AppointmentQuery)

    async def work(desk: Desk) -> AppointmentList:
        on = desk.catalogue.organization.time_zone
        wanted = AppointmentFilter(
            booking_code=or_none(query.booking_code),
            starts_from=None if query.from_ is UNSET else starts_of(query.from_, "from", on),
            starts_before=None if query.to is UNSET else ends_of(query.to, "to", on),
            status=or_none(query.status),
        )
        after = await _cursor(query, desk)
        page = await desk.appointments(wanted, size=query.page_size, after=after)
        views = await appointment_views(page.items, desk, door)
        return AppointmentList(views, page.next.id if page.next else None)

    return json_response(await door.visit(work))


async def _cursor(query: PageQuery, desk: Desk) -> AgendaCursor | None:
    """Pages go on after an appointment, named by its id; an unknown one is no page. Raises ``NotFound``."""
    if query.page_token is UNSET:
        return None
    try:
        last = await desk.find(query.page_token)
    except NotFound:
        raise NotFound("There is no such page.") from None
    return AgendaCursor(last.starts_at, last.id)


ROUTES = [get_appointment, list_appointments]
