"""The pages that carry the widget: the launcher, the conversation in its frame, the hosted page, and the demo
website."""

import re
from pathlib import Path
from typing import Annotated, Any

import msgspec
from babel import Locale
from litestar import Request, Response, Router, get
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery, HeaderParameter
from litestar.response import Redirect
from sqlalchemy import select

from agent.languages.texts.welcomes import welcome_of
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.settings import setting_of
from booking_core.catalogue.translations import language_chain, translated
from booking_core.core import BookingCore
from booking_core.maintenance.demo import NAME
from booking_core.pictures.picture import picture_path
from web.chat.pages import bundle
from web.chat.pages.languages import language_of, locale_of, preferred_language, words_of
from web.chat.pages.unopened import escape, unopened_fields
from web.settings import Settings

# Long enough that a page view asks once, short enough that a fix reaches everybody the same hour.
FRESH = "public, max-age=600"
# For what is asked for by its version.
FOR_EVER = "public, max-age=31536000, immutable"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; "
    "form-action 'none'; require-trusted-types-for 'script'"
)
PAGE_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
SCRIPT = "text/javascript"


@get("/embed/frame", media_type=MediaType.HTML)
async def frame(
    core: NamedDependency[BookingCore],
    settings: NamedDependency[Settings],
    organization_id: FromQuery[str],
    lang: FromQuery[str | None] = None,
) -> Response[str]:
    """The conversation for an iframe. Which sites may show it is said by ``frame-ancestors``."""
    organization = await _organization(core, organization_id)
    ancestors = ["'self'", *organization.websites] if organization.websites else ["*"]
    return _page(organization, "frame", lang or organization.locale, " ".join(ancestors), settings.public_url)


@get("/c/{organization_id:str}", media_type=MediaType.HTML)
async def hosted_page(
    core: NamedDependency[BookingCore],
    settings: NamedDependency[Settings],
    organization_id: FromPath[str],
    lang: FromQuery[str | None] = None,
    accept_language: Annotated[str, HeaderParameter(name="Accept-Language")] = "",
) -> Response[str]:
    """The conversation as a page of its own: for links, QR codes, and browsers without scripts on the host
    page."""
    organization = await _organization(core, organization_id)
    wanted = lang or preferred_language(accept_language) or organization.locale
    page = _page(organization, "page", wanted, "'none'", settings.public_url)
    page.headers["Vary"] = "Accept-Language"
    return page


@get("/chat/assets/chat.js")
async def conversation_script(v: FromQuery[str] = "") -> Response[str]:
    return _asset(bundle.conversation_script(), SCRIPT, v)


@get("/chat/assets/chat.css")
async def conversation_style(v: FromQuery[str] = "") -> Response[str]:
    return _asset(bundle.conversation_style(), MediaType.CSS, v)


@get(["/embed/chat.js", "/embed/panel.js", "/embed/greeting.js"])
async def launcher(request: Request[Any, Any, Any]) -> Response[str]:
    """The launcher imports its other files as modules from whatever site it stands on, which browsers allow
    only with this."""
    headers = {"Cache-Control": FRESH, "Access-Control-Allow-Origin": "*"}
    return Response(bundle.launcher_file(Path(request.url.path).name), media_type=SCRIPT, headers=headers)


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
    return Response(_read("demo", name), media_type=kinds.get(Path(name).suffix, MediaType.TEXT))


def _page(
    organization: Organization, mode: str, wanted: str, ancestors: str, public_url: str
) -> Response[str]:
    language = language_of(wanted)
    locale = locale_of(wanted, organization.locale)
    organization = translated(organization, language_chain(wanted))
    welcome = welcome_of(organization, locale)
    config = {
        "organization_id": organization.id,
        "name": organization.name,
        "logo": picture_path(organization.id, organization.logo),
        "accent": setting_of(organization, "chat.accent"),
        "locale": locale,
        "words": words_of(language),
        "mode": mode,
        "greeting": welcome.greeting,
        "starters": [{"label": label} for label in welcome.starters],
    }
    # Inside a script element only "<" could end it early.
    text = msgspec.json.encode(config).decode().replace("<", "\\u003c")
    page = fill(
        _read("chat", "index.html"),
        version=bundle.version(),
        lang=language,
        dir=Locale.parse(language).text_direction,
        name=escape(organization.name),
        config=text,
        **unopened_fields(organization, language, f"{public_url}/c/{organization.id}"),
    )
    policy = f"{POLICY}; frame-ancestors {ancestors}"
    return Response(
        page, media_type=MediaType.HTML, headers={**PAGE_HEADERS, "Content-Security-Policy": policy}
    )


def fill(page: str, **fields: str) -> str:
    """The page with its ``{{names}}`` filled in, each once: what a field says is never read again for
    names."""
    return re.sub(r"\{\{(\w+)\}\}", lambda found: fields[found[1]], page)


def _asset(text: str, kind: str, asked_for: str) -> Response[str]:
    headers = {"Cache-Control": FOR_EVER if asked_for == bundle.version() else "no-cache"}
    return Response(text, media_type=kind, headers=headers)


async def _demo_page(core: BookingCore, settings: Settings, name: str) -> Response[str]:
    organization_id = await _demo_business(core)
    if organization_id is None:
        raise NotFoundException("There is no demo business here. `zimun seed` makes one.")
    page = fill(_read("demo", name), organization_id=organization_id, base_url=settings.public_url)
    return Response(page, media_type=MediaType.HTML)


async def _demo_business(core: BookingCore) -> str | None:
    return await core.read(lambda: _find_demo(core))


async def _find_demo(core: BookingCore) -> str | None:
    async with core.reads.connect() as connection:
        found: str | None = await connection.scalar(select(Organization.id).where(Organization.name == NAME))
        return found


async def _organization(core: BookingCore, organization_id: str) -> Organization:
    return (await core.catalogue_of(organization_id)).organization


def _read(folder: str, name: str) -> str:
    """A file of ``static/``, by its plain name. Raises ``NotFoundException``."""
    path = bundle.STATIC / folder / Path(name).name
    if not path.is_file():
        raise NotFoundException("There is no such page.")
    return path.read_text("utf-8")


ROUTER = Router(
    "/",
    route_handlers=[
        frame,
        hosted_page,
        front_door,
        demo,
        demo_file,
        conversation_script,
        conversation_style,
        launcher,
    ],
    include_in_schema=False,
)
