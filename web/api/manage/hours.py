"""Weekly hours: of a location, of a person or a room, or of a person at a further place of theirs."""

from typing import Annotated, Any

import msgspec
from litestar import Response, Router, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath
from msgspec import UNSET, Meta, Struct, UnsetType

from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.hours.opening_hours import OpeningHours, Owner, Week
from booking_core.back_office.hours.windows import EVERY_WEEK
from booking_core.desk import Desk
from web.api.api_request import ApiRequest, json_response
from web.api.manage.description.operations import WriteQuery, to_read, to_write
from web.api.manage.description.structs import TouchedBody, TouchedView
from web.api.manage.description.types import WindowBody
from web.api.manage.writes import version_to_expect, write
from web.api.values.etags import etag_of, not_modified, versions_in
from web.api.values.fields import Id, or_none, storable


class PlaceQuery(Struct, frozen=True, forbid_unknown_fields=True):
    """With `location_id`, the hours of a person at this further place of theirs."""

    location_id: Id | UnsetType = UNSET


class HoursQuery(WriteQuery, frozen=True, forbid_unknown_fields=True):
    """With `location_id`, the hours of a person at this further place of theirs."""

    location_id: Id | UnsetType = UNSET


class HoursBody(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole week anew. A person or a room without any windows is there whenever their location is open;
    at a further place somebody is only there in the hours they keep there."""

    windows: Annotated[list[WindowBody], Meta(max_length=84)]
    touched: TouchedBody | UnsetType = UNSET


class HoursView(Struct, frozen=True):
    """The week of `id`, which is a location or a person or room; its `version` is theirs."""

    id: str
    version: int
    location_id: str | None
    windows: list[WindowBody]


class ChangedHours(HoursView, frozen=True, kw_only=True):
    """The week as it is after the change; with `dry_run`, as it would be."""

    dry_run: bool
    touched: TouchedView


SHOW = to_read("get_hours", "The weekly hours of a place, a person or a room", HoursView, PlaceQuery)
CHANGE = to_write(
    "change_hours",
    "Set the weekly hours of a place, a person or a room",
    ChangedHours,
    HoursBody,
    "unknown_reference",
    "archived",
    query=HoursQuery,
)


@get("/{owner_id:str}", opt=SHOW.opt)
async def get_hours(door: NamedDependency[ApiRequest], owner_id: FromPath[str]) -> Response[bytes]:
    at = or_none(door.query(PlaceQuery).location_id)

    async def work(desk: Desk) -> dict[str, Any]:
        hours = OpeningHours(desk)
        owner = await hours.owner(storable(owner_id))
        return _view(owner, at, await hours.of(owner.id, at))

    view = await door.look(work)
    etag = etag_of(view["id"], view["version"])
    known = not_modified(door.request, etag)
    return known or json_response(msgspec.json.encode(view), headers={"ETag": etag})


@put("/{owner_id:str}", opt=CHANGE.opt)
async def change_hours(door: NamedDependency[ApiRequest], owner_id: FromPath[str]) -> Response[bytes]:
    body = await door.body(HoursBody)
    at = or_none(door.query(HoursQuery).location_id)
    known = versions_in(door.request, owner_id)
    windows = [msgspec.to_builtins(one) for one in body.windows]

    async def work(office: BackOffice) -> dict[str, Any]:
        version = (await office.hours.owner(storable(owner_id))).version
        wanted = version_to_expect(version, known)
        owner = await office.hours.change(owner_id, windows, expected_version=wanted, at=at)
        return _view(owner, at, await office.hours.of(owner_id, at))

    return await write(door, [owner_id, at, sorted(known), body], body, work)


def _view(owner: Owner, at: str | None, week: Week) -> dict[str, Any]:
    windows = [EVERY_WEEK | window for window in week]
    return {"id": owner.id, "version": owner.version, "location_id": at, "windows": windows}


ROUTER = Router("/hours", route_handlers=[get_hours, change_hours])
