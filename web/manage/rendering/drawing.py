"""Drawing the page: its template, its colours, and what a browser may do with it."""

import secrets
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Response
from litestar.enums import MediaType

from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.settings.settings import setting_of
from booking_core.pictures.picture import picture_path
from web.chat.pages.accent import accent_properties
from web.chat.pages.bundle import STATIC, style, version_of
from web.chat.pages.contrast import OURS

HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}
POLICY = (
    "default-src 'none'; style-src 'self' 'nonce-{nonce}'; img-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent.parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@cache
def manage_style() -> str:
    return style(STATIC / "manage" / "manage.css")


def draw(template: str, *, status_code: int = 200, **shown: Any) -> Response[str]:
    """No script runs in it, it is framed, kept and indexed nowhere, and its address goes to nobody."""
    nonce = secrets.token_urlsafe(12)
    page = TEMPLATES.get_template(template).render(
        nonce=nonce, style_version=version_of(manage_style()), **shown
    )
    headers = {**HEADERS, "Content-Security-Policy": POLICY.format(nonce=nonce)}
    return Response(page, media_type=MediaType.HTML, status_code=status_code, headers=headers)


def brand_of(organization: Organization) -> dict[str, Any]:
    """The business's name, logo and colours."""
    accent = setting_of(organization, "chat.accent") or OURS
    return {
        "name": organization.name,
        "logo": picture_path(organization.id, organization.logo),
        "colours": accent_properties(accent),
        "phone": organization.phone,
        "email": organization.email,
    }
