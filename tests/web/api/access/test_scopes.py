"""Every route against every scope: one opens it, every other is refused with the name of the one that is
missing."""

import re
from collections.abc import Iterator
from functools import cache

import httpx
import pytest
from litestar.handlers import HTTPRouteHandler
from litestar.routes import HTTPRoute

from booking_core.access.scopes import FOR_CUSTOMERS, Scope
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.web.api.conftest import API, program_of
from web.api.description.operations import Operation, operation_of
from web.app import create_app
from web.mcp.endpoint.callers import ANONYMOUS
from web.mcp.tools import SCOPES, TOOLS
from web.settings import Settings

OPEN = {"/api/v1/openapi.json", "/api/v1/docs"}


@cache
def routes() -> list[tuple[str, str, Operation | None]]:
    return list(_routes())


def _routes() -> Iterator[tuple[str, str, Operation | None]]:
    settings = Settings(database_url="postgresql://nowhere", redis_url="redis://nowhere", secret_key="k" * 32)
    for route in create_app(settings).routes:
        if isinstance(route, HTTPRoute) and route.path_format.startswith(API):
            for handler in route.route_handlers:
                if isinstance(handler, HTTPRouteHandler) and "OPTIONS" not in handler.http_methods:
                    yield str(next(iter(handler.http_methods))), route.path_format, operation_of(handler)


def test_every_route_names_its_scope() -> None:
    unnamed = {path for _, path, operation in routes() if operation is None}
    assert unnamed == OPEN


@pytest.mark.parametrize("scope", list(Scope))
async def test_a_scope_opens_its_own_routes_only(
    http: httpx.AsyncClient, core: BookingCore, salon: DemoSalon, scope: Scope
) -> None:
    program = await program_of(http, core, salon, scope)
    for method, path, operation in routes():
        if operation is None:
            continue
        real = re.sub(r"\{\w+\}", "unknown", path)
        answer = await http.request(method, real, headers=program.auth)
        missing = answer.json().get("details", {}).get("scope") if answer.status_code == 403 else None
        assert missing == (None if operation.scope is scope else operation.scope), f"{method} {path}"


def test_who_books_decides_nothing_for_the_business() -> None:
    """A scope of its own: with that of booking, an assistant would approve its own requests."""
    paths = {path.rpartition("/")[2]: operation for _, path, operation in routes() if operation}
    managed = {name for name, operation in paths.items() if operation.scope is Scope.APPOINTMENTS_MANAGE}
    assert managed == {"approve", "decline", "displace", "complete", "no-show"}
    assert Scope.APPOINTMENTS_MANAGE not in FOR_CUSTOMERS


def test_who_books_or_decides_arranges_nothing() -> None:
    """A scope of its own for all that changes the business, which nobody without a token ever has."""
    arranging = {path for _, path, operation in routes() if operation and operation.scope is Scope.ORG_MANAGE}
    assert arranging == {path for _, path, _ in routes() if path.startswith(f"{API}/manage")} != set()
    assert Scope.ORG_MANAGE not in {*FOR_CUSTOMERS, *ANONYMOUS, *SCOPES}
    assert all(tool.scope is not Scope.ORG_MANAGE for tool in TOOLS.values())


async def test_without_a_token_no_route_says_more_than_401(http: httpx.AsyncClient) -> None:
    for method, path, operation in routes():
        if operation is not None:
            answer = await http.request(method, path.replace("{", "").replace("}", ""))
            assert answer.status_code == 401, f"{method} {path}"
            assert answer.json()["code"] == "unauthorized"
