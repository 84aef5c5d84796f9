"""The demo website, and the way there from the bare address."""

from pathlib import Path
from typing import Any

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect
from sqlalchemy import select

from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.maintenance.demo import IS_DEMO
from web.chat.pages.page_files import fill, read_static
from web.settings import Settings


@get("/")
async def front_door(core: NamedDependency[BookingCore]) -> Redirect:
    """Whoever types the bare address: to the demo website where there is one, else to the operators'
    console."""
    return Redirect("/demo" if await _demo_business(core) else "/console")


@get("/demo", media_type=MediaType.HTML)
async def demo(core: NamedDependency[BookingCore], settings: NamedDependency[Settings]) -> Response[str]:
    return await _demo_page(core, settings, "index.html")


@get("/demo/{name:str}")
async def demo_file(
    core: NamedDependency[BookingCore], settings: NamedDependency[Settings], name: FromPath[str]
) -> Response[Any]:
    """The demo's other pages and their files."""
    if name.endswith(".html"):
        return await _demo_page(core, settings, name)
    kinds = {".css": MediaType.CSS, ".js": "text/javascript"}
    return Response(read_static("demo", name), media_type=kinds.get(Path(name).suffix, MediaType.TEXT))


async def _demo_page(core: BookingCore, settings: Settings, name: str) -> Response[str]:
    organization_id = await _demo_business(core)
    if organization_id is None:
        raise NotFoundException("There is no demo business here. `zimun seed` makes one.")
    page = fill(read_static("demo", name), organization_id=organization_id, base_url=settings.public_url)
    return Response(page, media_type=MediaType.HTML)


async def _demo_business(core: BookingCore) -> str | None:
    return await core.read(lambda: _find_demo(core))


async def _find_demo(core: BookingCore) -> str | None:
    async with core.reads.connect() as connection:
        found: str | None = await connection.scalar(select(Organization.id).where(IS_DEMO))
        return found
