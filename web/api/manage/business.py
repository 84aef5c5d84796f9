"""The business itself: who it is, and all its settings, in one row with one version."""

from typing import Any

import msgspec
from litestar import Response, get, patch
from litestar.di import NamedDependency

from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.settings import FIELDS, BusinessSettings
from booking_core.desk import Desk
from web.api.api_request import ApiRequest, json_response
from web.api.catalogue.pictures import url_of
from web.api.manage.description.operations import to_read, to_write
from web.api.manage.description.structs import types_of
from web.api.manage.writes import fields_of, version_to_expect, write
from web.api.values.etags import etag_of, not_modified, versions_in

TYPES = types_of(
    "Business", FIELDS, "The business and its settings.", (("logo_url", str | None),), is_archived=False
)
SHOW = to_read("get_business", "The business and its settings", TYPES.view)
CHANGE = to_write(
    "change_business", "Change settings of the business", TYPES.changed, TYPES.change, "own_language"
)


@get("/business", opt=SHOW.opt)
async def get_business(door: NamedDependency[ApiRequest]) -> Response[bytes]:
    view = await door.look(lambda desk: _view(BusinessSettings(desk), desk, door))
    etag = etag_of(view["id"], view["version"])
    known = not_modified(door.request, etag)
    return known or json_response(msgspec.json.encode(view), headers={"ETag": etag})


@patch("/business", opt=CHANGE.opt)
async def change_business(door: NamedDependency[ApiRequest]) -> Response[bytes]:
    body = await door.body(TYPES.change)
    known = versions_in(door.request, door.caller.organization_id)

    async def work(office: BackOffice) -> dict[str, Any]:
        _, version = await office.settings.read()
        await office.settings.change(fields_of(body), expected_version=version_to_expect(version, known))
        return await _view(office.settings, office, door)

    return await write(door, [sorted(known), body], body, work)


async def _view(settings: BusinessSettings, context: Desk | BackOffice, door: ApiRequest) -> dict[str, Any]:
    values, version = await settings.read()
    logo = (await settings.row()).logo
    shown = {"id": context.organization_id, "version": version, **values}
    return shown | {"logo_url": url_of(door.public_url, context.organization_id, logo)}


ROUTES = [get_business, change_business]
