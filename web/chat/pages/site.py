"""The pages that carry the widget: the launcher, the conversation in its frame, the hosted page, and the demo
website."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import msgspec
from babel import Locale
from litestar import Request, Response, Router, get
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.params import FromPath, FromQuery, HeaderParameter

from agent.languages.texts.welcomes import welcome_of
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.settings.customer_languages import spoken_languages, spoken_tag
from booking_core.catalogue.settings.settings import setting_of
from booking_core.catalogue.translations import language_chain, translate_row
from booking_core.core import BookingCore
from booking_core.customers.mail_domains import KNOWN_DOMAINS
from booking_core.pictures.picture import picture_path
from web.chat.pages import bundle
from web.chat.pages.demo_pages import demo, demo_file, front_door
from web.chat.pages.languages import LANGUAGES, language_of, locale_of, preferred_language, words_of
from web.chat.pages.opening import opening_of
from web.chat.pages.page_files import FRESH, asset, fill, read_static
from web.chat.pages.refused import PAGES_OF_REFUSALS
from web.chat.pages.unopened import escape, unopened_fields
from web.settings import Settings

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


@get("/embed/frame", media_type=MediaType.HTML, exception_handlers=PAGES_OF_REFUSALS)
async def frame(
    core: NamedDependency[BookingCore],
    settings: NamedDependency[Settings],
    organization_id: FromQuery[str],
    lang: FromQuery[str | None] = None,
) -> Response[str]:
    """The conversation for an iframe. Which sites may show it is said by ``frame-ancestors``."""
    catalogue = await core.catalogue_of(organization_id)
    organization = catalogue.organization
    ancestors = " ".join(["'self'", *organization.websites]) if organization.websites else "*"
    wanted = lang or organization.locale
    return _page(catalogue, "frame", wanted, ancestors, settings.public_url, core.clock.now())


@get("/c/{organization_id:str}", media_type=MediaType.HTML, exception_handlers=PAGES_OF_REFUSALS)
async def hosted_page(
    core: NamedDependency[BookingCore],
    settings: NamedDependency[Settings],
    organization_id: FromPath[str],
    lang: FromQuery[str | None] = None,
    accept_language: Annotated[str, HeaderParameter(name="Accept-Language")] = "",
) -> Response[str]:
    """The conversation as a page of its own: for links, QR codes, and browsers without scripts on the host
    page."""
    catalogue = await core.catalogue_of(organization_id)
    wanted = lang or preferred_language(accept_language) or catalogue.organization.locale
    page = _page(catalogue, "page", wanted, "'none'", settings.public_url, core.clock.now())
    page.headers["Vary"] = "Accept-Language"
    return page


@get("/chat/assets/chat.js")
async def conversation_script(v: FromQuery[str] = "") -> Response[str]:
    return asset(bundle.conversation_script(), SCRIPT, v)


@get(["/chat/assets/days.js", "/chat/assets/cards.js"])
async def lazy_script(request: Request[Any, Any, Any], v: FromQuery[str] = "") -> Response[str]:
    return asset(bundle.lazy_script(Path(request.url.path).name), SCRIPT, v)


@get("/chat/assets/chat.css")
async def conversation_style(v: FromQuery[str] = "") -> Response[str]:
    return asset(bundle.conversation_style(), MediaType.CSS, v)


@get("/chat/assets/cards.css")
async def lazy_style(v: FromQuery[str] = "") -> Response[str]:
    return asset(bundle.lazy_style(), MediaType.CSS, v)


@get(["/embed/chat.js", "/embed/panel.js", "/embed/greeting.js"])
async def launcher(request: Request[Any, Any, Any]) -> Response[str]:
    """The launcher imports its other files as modules from whatever site it stands on, which browsers allow
    only with this."""
    headers = {"Cache-Control": FRESH, "Access-Control-Allow-Origin": "*"}
    return Response(bundle.launcher_file(Path(request.url.path).name), media_type=SCRIPT, headers=headers)


def _page(
    catalogue: Catalogue, mode: str, wanted: str, ancestors: str, public_url: str, now: datetime
) -> Response[str]:
    organization = catalogue.organization
    wanted = spoken_tag(organization, wanted)
    language = language_of(wanted)
    locale = locale_of(wanted, organization.locale)
    organization = translate_row(organization, language_chain(wanted))
    config = _config(organization, mode, language, locale)
    config["opening"] = opening_of(catalogue.in_language(wanted), now)
    # Inside a script element only "<" could end it early.
    text = msgspec.json.encode(config).decode().replace("<", "\\u003c")
    page = fill(
        read_static("chat", "index.html"),
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


def _config(organization: Organization, mode: str, language: str, locale: str) -> dict[str, Any]:
    """What the page's script is told."""
    welcome = welcome_of(organization, locale)
    return {
        "organization_id": organization.id,
        "name": organization.name,
        "logo": picture_path(organization.id, organization.logo),
        "accent": setting_of(organization, "chat.accent"),
        "locale": locale,
        "words": words_of(language),
        "pages": {name: setting_of(organization, f"chat.{name}_page") for name in ("privacy", "imprint")},
        "mode": mode,
        "greeting": welcome.greeting,
        "languages": spoken_languages(organization) or LANGUAGES,
        "mail_domains": sorted(KNOWN_DOMAINS),
        "starters": [{"label": label} for label in welcome.starters],
    }


ROUTER = Router(
    "/",
    route_handlers=[
        frame,
        hosted_page,
        front_door,
        demo,
        demo_file,
        conversation_script,
        lazy_script,
        conversation_style,
        lazy_style,
        launcher,
    ],
    include_in_schema=False,
)
