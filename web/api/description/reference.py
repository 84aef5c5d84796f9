"""The reference: the OpenAPI document, and the same as a page that needs no script and nothing from
elsewhere."""

from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.routes import HTTPRoute

from booking_core.access.scopes import Scope
from web.api.description.codes import CODES
from web.api.description.openapi import document
from web.api.values.requests import AnyRequest
from web.settings import Settings

BASE, KEPT = "/api/v1", "openapi"
PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)


@get("/openapi.json")
async def openapi_json(request: AnyRequest, settings: NamedDependency[Settings]) -> Response[bytes]:
    body = msgspec.json.encode(_document(request, settings))
    headers = {"Cache-Control": "public, max-age=300", "Access-Control-Allow-Origin": "*"}
    return Response(body, media_type="application/json", headers=headers)


@get("/docs", media_type=MediaType.HTML)
async def reference_page(request: AnyRequest, settings: NamedDependency[Settings]) -> Response[str]:
    api = _document(request, settings)
    page = PAGES.get_template("reference.html").render(
        api=api,
        scopes={str(scope): scope.meaning for scope in Scope},
        codes=CODES,
        public_url=settings.public_url,
    )
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "public, max-age=300"}
    return Response(page, media_type=MediaType.HTML, headers=headers)


def _document(request: AnyRequest, settings: Settings) -> dict[str, Any]:
    """Made once, of the routes the application has."""
    known: dict[str, Any] | None = request.app.state.get(KEPT)
    if known is None:
        routes = [route for route in request.app.routes if isinstance(route, HTTPRoute)]
        known = request.app.state[KEPT] = document(routes, BASE, settings.public_url)
    return known


ROUTER = Router(BASE, route_handlers=[openapi_json, reference_page])
