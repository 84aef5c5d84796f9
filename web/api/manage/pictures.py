"""Pictures of services and people, and the logo of the business: a file is sent as it is, and made anew."""

from collections.abc import Awaitable, Callable
from typing import Any

from litestar import Response, delete, put
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler
from msgspec import Struct

from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.pictures import Shown, picture_of
from booking_core.pictures.encode import (
    FACE,
    LARGEST_FILE,
    LOGO,
    SERVICE,
    EncodedPicture,
    Shape,
    make_picture,
)
from web.api.api_request import ApiRequest
from web.api.catalogue.pictures import url_of
from web.api.manage.description.operations import to_write
from web.api.manage.description.structs import TouchedView
from web.api.manage.writes import version_to_expect, write
from web.api.values.etags import versions_in
from web.api.values.fields import storable

Find = Callable[[BackOffice, str], Awaitable[Any]]
FILES = (
    "A JPEG of at most 30 million pixels, or a PNG or WebP of at most 12 million; at most 12 MB, as "
    "`application/octet-stream`."
)


class ChangedPicture(Struct, frozen=True):
    """What a picture shows, with its version, and where the picture is found (WebP)."""

    id: str
    version: int
    picture_url: str | None
    dry_run: bool
    touched: TouchedView


class PictureRoutes:
    """How a picture is put somewhere and taken away: ``name`` and ``words`` say whose, ``find`` finds its
    row, by the id in the path where there is one."""

    def __init__(self, path: str, name: str, words: str, shape: Shape, find: Find) -> None:
        self.path, self.shape, self.find = path, shape, find
        refusals = () if shape is LOGO else ("archived",)
        self.put = to_write(
            f"put_{name}",
            f"Give {words} a picture",
            ChangedPicture,
            None,
            *refusals,
            takes_file=True,
            description=f"{FILES} Only its pixels are kept.",
        )
        self.remove = to_write(
            f"remove_{name}", f"Take the picture of {words} away", ChangedPicture, None, *refusals
        )

    def handlers(self) -> list[HTTPRouteHandler]:
        @put(self.path, opt=self.put.opt, request_max_body_size=LARGEST_FILE)
        async def put_picture(door: NamedDependency[ApiRequest]) -> Response[bytes]:
            content = await door.request.body()
            picture = await make_picture(content, self.shape)
            return await self.write(door, picture)

        @delete(self.path, status_code=200, opt=self.remove.opt)
        async def remove_picture(door: NamedDependency[ApiRequest]) -> Response[bytes]:
            return await self.write(door, None)

        return [put_picture, remove_picture]

    async def write(self, door: ApiRequest, picture: EncodedPicture | None) -> Response[bytes]:
        row_id = storable(door.request.path_params.get("row_id", door.caller.organization_id))
        known = versions_in(door.request, row_id)

        async def work(office: BackOffice) -> dict[str, Any]:
            version = version_to_expect((await self.find(office, row_id)).version, known)
            if picture is None:
                shown = await office.pictures.remove(row_id, expected_version=version)
            else:
                shown = await office.pictures.change(row_id, picture, expected_version=version)
            return _view(shown, office, door)

        return await write(door, [row_id, sorted(known), picture and picture.hash], None, work)


def _view(shown: Shown, office: BackOffice, door: ApiRequest) -> dict[str, Any]:
    url = url_of(door.public_url, office.organization_id, picture_of(shown))
    return {"id": shown.id, "version": shown.version, "picture_url": url}


ROUTES = [
    handler
    for routes in (
        PictureRoutes(
            "/services/{row_id:str}/picture",
            "service_picture",
            "a service",
            SERVICE,
            lambda office, row_id: office.services.find(row_id),
        ),
        PictureRoutes(
            "/resources/{row_id:str}/picture",
            "resource_picture",
            "a person or a room",
            FACE,
            lambda office, row_id: office.resources.find(row_id),
        ),
        PictureRoutes(
            "/business/logo", "logo", "the business", LOGO, lambda office, _: office.settings.row()
        ),
    )
    for handler in routes.handlers()
]
