"""The pages that carry the widget: the launcher, the conversation in its frame, the hosted page, and the demo website."""

from pathlib import Path
from typing import Any

import msgspec
from babel import Locale
from litestar import Response, Router, get
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.static_files import create_static_files_router
from sqlalchemy import select

from agent.reception import STARTERS, greeting_of
from booking_core.core import BookingCore
from booking_core.demo import NAME
from booking_core.organizations import Organization
from web.settings import Settings

STATIC = Path(__file__).resolve().parent.parent.parent / "static"
LANGUAGES = ("en", "de", "fr", "es", "it", "he", "ar")
# Long enough that a page view asks once, short enough that a fix reaches everybody the same hour.
FRESH = CacheControlHeader(public=True, max_age=600)
POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'"
PAGE_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


@get("/embed/frame", media_type=MediaType.HTML)
async def frame(
    core: NamedDependency[BookingCore], organization_id: FromQuery[str], lang: FromQuery[str | None] = None
) -> Response[str]:
    """The conversation for an iframe. Which sites may show it is said by ``frame-ancestors``."""
    organization = await _organization(core, organization_id)
    ancestors = " ".join(organization.chat.get("sites") or ["*"])
    return _page(organization, "frame", lang, ancestors)


@get("/c/{organization_id:str}", media_type=MediaType.HTML)
async def hosted_page(
    core: NamedDependency[BookingCore], organization_id: FromPath[str], lang: FromQuery[str | None] = None
) -> Response[str]:
    """The conversation as a page of its own: for links, QR codes, and browsers without scripts on the host page."""
    return _page(await _organization(core, organization_id), "page", lang, "'none'")


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
    return Response(_read("demo", name), media_type=kinds.get(Path(name).suffix, MediaType.TEXT))


async def _for_every_site(response: Response[Any]) -> Response[Any]:
    """The launcher imports its panel as a module from whatever site it stands on, which browsers allow only with this."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _page(organization: Organization, mode: str, lang: str | None, ancestors: str) -> Response[str]:
    language = _language(lang or organization.locale)
    config = {
        "organization_id": organization.id,
        "name": organization.name,
        "accent": organization.chat.get("accent"),
        "locale": organization.locale,
        "mode": mode,
        "greeting": greeting_of(organization),
        "starters": [{"label": label} for label in STARTERS],
    }
    page = _read("chat", "index.html")
    # Inside a script element only "<" could end it early.
    text = msgspec.json.encode(config).decode().replace("<", "\\u003c")
    fields = {
        "lang": language,
        "dir": Locale.parse(language).text_direction,
        "name": _escaped(organization.name),
    }
    for name, value in {**fields, "config": text}.items():
        page = page.replace("{{" + name + "}}", value)
    policy = f"{POLICY}; frame-ancestors {ancestors}"
    return Response(
        page, media_type=MediaType.HTML, headers={**PAGE_HEADERS, "Content-Security-Policy": policy}
    )


async def _demo_page(core: BookingCore, settings: Settings, name: str) -> Response[str]:
    async with core.sessions() as session:
        organization_id = await session.scalar(select(Organization.id).where(Organization.name == NAME))
    if organization_id is None:
        raise NotFoundException("There is no demo business here. `zimun seed` makes one.")
    page = _read("demo", name).replace("{{organization_id}}", organization_id)
    return Response(page.replace("{{base_url}}", settings.public_url), media_type=MediaType.HTML)


async def _organization(core: BookingCore, organization_id: str) -> Organization:
    async with core.sessions() as session, session.begin():
        return (await core.catalogue(session, organization_id)).organization


def _read(folder: str, name: str) -> str:
    """A file of ``static/``, by its plain name. Raises ``NotFoundException``."""
    path = STATIC / folder / Path(name).name
    if not path.is_file():
        raise NotFoundException("There is no such page.")
    return path.read_text("utf-8")


def _language(tag: str) -> str:
    language = tag.replace("_", "-").split("-")[0].lower()
    return language if language in LANGUAGES else "en"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


ROUTER = Router(
    "/",
    route_handlers=[
        frame,
        hosted_page,
        demo,
        demo_file,
        create_static_files_router(
            "/embed", [STATIC / "embed"], name="embed", cache_control=FRESH, after_request=_for_every_site
        ),
        create_static_files_router(
            "/chat/assets", [STATIC / "chat"], name="chat-assets", cache_control=FRESH
        ),
    ],
    include_in_schema=False,
)
