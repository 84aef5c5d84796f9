"""Pictures of a business, from our origin: named by what they are, so that a browser keeps them for ever."""

import re

from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from booking_core.core import BookingCore
from booking_core.errors import NotFound
from booking_core.pictures.picture import READ

NAME = re.compile(r"([0-9a-f]{64})\.webp")
# Whatever a browser takes it for, it is a picture and does nothing.
HEADERS = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    # Programs of the business show them on its own sites.
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Content-Disposition": "inline",
}


@get("/{organization_id:str}/{file_name:str}", media_type="image/webp")
async def picture(
    core: NamedDependency[BookingCore], organization_id: FromPath[str], file_name: FromPath[str]
) -> Response[bytes]:
    named = NAME.fullmatch(file_name)
    rows = (
        await core.look_up(READ, organization=organization_id, hash=named[1])
        if named and "\0" not in organization_id
        else []
    )
    if not rows:
        raise NotFound("There is no such picture.")
    return Response(bytes(rows[0].content), media_type="image/webp", headers=HEADERS)


ROUTER = Router("/pictures", route_handlers=[picture])
