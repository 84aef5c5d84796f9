"""Locations: where appointments happen."""

from litestar import Response, Router, get
from litestar.di import NamedDependency
from msgspec import Struct

from booking_core.access.scopes import Scope
from booking_core.catalogue.locations import Location
from booking_core.desk import Desk
from web.api.api_request import ApiRequest, json_response
from web.api.description.operations import Operation
from web.api.values.pages import PageQuery, page_of


class LocationView(Struct, frozen=True):
    """`time_zone` is the clock on its wall: its opening hours and its dates are judged by it."""

    id: str
    name: str
    address: str
    time_zone: str

    @classmethod
    def of(cls, location: Location) -> "LocationView":
        return cls(location.id, location.name, location.address, location.time_zone)


class LocationList(Struct, frozen=True):
    items: list[LocationView]
    next_page_token: str | None


LIST = Operation(
    name="list_locations",
    summary="Where appointments happen",
    scope=Scope.ORG_READ,
    query=PageQuery,
    answer=LocationList,
    refusals=("not_found",),
)


@get("/", opt=LIST.opt)
async def list_locations(door: NamedDependency[ApiRequest]) -> Response[bytes]:
    query = door.query(PageQuery)

    async def work(desk: Desk) -> LocationList:
        offered = desk.catalogue.locations
        items, following = page_of(desk.catalogue.every(Location), query, lambda one: one.id in offered)
        return LocationList([LocationView.of(location) for location in items], following)

    return json_response(await door.look(work))


ROUTER = Router("/locations", route_handlers=[list_locations])
