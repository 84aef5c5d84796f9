"""OAuth 2.0 for API clients: client credentials (RFC 6749 §4.4), revocation (RFC 7009), metadata (RFC 8414),
resource (RFC 8707).

Errors are those of RFC 6749 §5.2, as every OAuth library expects them; nothing here is ever stored by a
cache.
"""

import base64
import binascii
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote_plus

import psycopg
from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from msgspec import UNSET, Struct, UnsetType
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from booking_core.access.scopes import Scope, scopes_of
from booking_core.api_clients.api_client import ApiClient, authenticate_client
from booking_core.api_clients.tokens import LASTS, issue_token, revoke_token
from booking_core.core import BookingCore
from web.problems import error_response, outage_of
from web.settings import Settings

NO_STORE = {"Cache-Control": "no-store", "Pragma": "no-cache"}
MOST_FIELDS = 20


class TokenAnswer(Struct, frozen=True):
    access_token: str
    token_type: str
    expires_in: int
    scope: str


class OAuthError(Exception):
    """One of the errors of RFC 6749 §5.2; ``invalid_client`` is 401, everything else 400."""

    def __init__(self, error: str, description: str) -> None:
        super().__init__(error)
        self.error = error
        self.description = description


class OAuthProblem(Struct, frozen=True):
    error: str
    error_description: str


class Metadata(Struct, frozen=True):
    """RFC 8414 §2."""

    issuer: str
    token_endpoint: str
    revocation_endpoint: str
    grant_types_supported: list[str]
    response_types_supported: list[str]
    scopes_supported: list[str]
    token_endpoint_auth_methods_supported: list[str]
    revocation_endpoint_auth_methods_supported: list[str]
    service_documentation: str | UnsetType = UNSET


@post("/oauth/token", status_code=200)
async def token(
    request: Request[Any, Any, Any], core: NamedDependency[BookingCore], settings: NamedDependency[Settings]
) -> Response[TokenAnswer]:
    form = await form_of(request)
    client_id, secret = credentials(request.headers.get("Authorization"), form)
    async with core.sessions() as session, session.begin():
        client = await _authenticate(core, session, client_id, secret)
        if form.get("grant_type") != "client_credentials":
            known = "grant_type" in form
            raise OAuthError(
                "unsupported_grant_type" if known else "invalid_request", "grant_type is client_credentials."
            )
        scopes = narrow_scopes(client, form.get("scope"))
        audience = audience_of(form.get("resource"), settings.public_url)
        access_token = await issue_token(session, client, scopes, audience, core.clock.now())
    answer = TokenAnswer(access_token, "Bearer", int(LASTS.total_seconds()), " ".join(scopes))
    return Response(answer, headers=NO_STORE)


@post("/oauth/revoke", status_code=200)
async def revoke(request: Request[Any, Any, Any], core: NamedDependency[BookingCore]) -> Response[bytes]:
    """200 for an unknown token too: it is as good as revoked (RFC 7009 §2.2)."""
    form = await form_of(request)
    client_id, secret = credentials(request.headers.get("Authorization"), form)
    async with core.sessions() as session, session.begin():
        client = await _authenticate(core, session, client_id, secret)
        if not form.get("token"):
            raise OAuthError("invalid_request", "token is missing.")
        await revoke_token(session, client, form["token"])
    return Response(b"{}", media_type="application/json", headers=NO_STORE)


@get("/.well-known/oauth-authorization-server")
async def metadata(settings: NamedDependency[Settings]) -> Response[Metadata]:
    methods = ["client_secret_basic", "client_secret_post"]
    answer = Metadata(
        issuer=settings.public_url,
        token_endpoint=f"{settings.public_url}/oauth/token",
        revocation_endpoint=f"{settings.public_url}/oauth/revoke",
        grant_types_supported=["client_credentials"],
        response_types_supported=[],
        scopes_supported=list(Scope),
        token_endpoint_auth_methods_supported=methods,
        revocation_endpoint_auth_methods_supported=methods,
        service_documentation=f"{settings.public_url}/api/v1/docs",
    )
    return Response(answer, headers={"Cache-Control": "public, max-age=3600"})


async def form_of(request: Request[Any, Any, Any]) -> dict[str, str]:
    """The form, no parameter twice, and without those that have no value (RFC 6749 §3.2). Raises
    ``OAuthError``."""
    media_type, _ = request.content_type
    if media_type != "application/x-www-form-urlencoded":
        raise OAuthError("invalid_request", "Send a form: application/x-www-form-urlencoded.")
    try:
        pairs = parse_qsl(
            (await request.body()).decode(),
            keep_blank_values=True,
            strict_parsing=False,
            max_num_fields=MOST_FIELDS,
            errors="strict",
        )
    except ValueError as error:
        raise OAuthError("invalid_request", "This form cannot be read.") from error
    form = dict(pairs)
    if len(form) != len(pairs):
        raise OAuthError("invalid_request", "A parameter is given twice.")
    if any("\0" in value for value in form.values()):
        raise OAuthError("invalid_request", "This form cannot be read.")
    return {name: value for name, value in form.items() if value}


def credentials(authorization: str | None, form: Mapping[str, str]) -> tuple[str, str]:
    """The client's id and secret, by HTTP Basic or in the form, not both (RFC 6749 §2.3). Raises
    ``OAuthError``."""
    if authorization is None:
        return form.get("client_id", ""), form.get("client_secret", "")
    if "client_secret" in form:
        raise OAuthError("invalid_request", "Give the secret once: by HTTP Basic, or in the form.")
    scheme, _, encoded = authorization.partition(" ")
    try:
        decoded = (
            base64.b64decode(encoded.strip(), validate=True).decode() if scheme.lower() == "basic" else ""
        )
    except (binascii.Error, UnicodeDecodeError):
        decoded = ""
    client_id, _, secret = (unquote_plus(part) for part in decoded.partition(":"))
    if form.get("client_id", client_id) != client_id:
        raise OAuthError("invalid_request", "Two different client ids are given.")
    return client_id, secret


def narrow_scopes(client: ApiClient, asked: str | None) -> tuple[Scope, ...]:
    """The scopes of the token: all of the client's, or those asked for. Raises ``OAuthError`` for one it has
    not."""
    own = scopes_of(client.scopes) or ()
    words = (asked or "").split()
    if not words:
        return own
    scopes = scopes_of(words)
    if not scopes or not set(scopes).issubset(own):
        raise OAuthError("invalid_scope", "This client does not have that scope.")
    return scopes


def audience_of(resource: str | None, public_url: str) -> str | None:
    """The address the token is meant for, one of ours (RFC 8707 §2). Raises ``OAuthError``
    (``invalid_target``)."""
    if resource is None:
        return None
    address = resource.rstrip("/")
    if "#" in address or not (address == public_url or address.startswith(f"{public_url}/")):
        raise OAuthError("invalid_target", "That resource is not served here.")
    return address


async def _authenticate(core: BookingCore, session: Any, client_id: str, secret: str) -> ApiClient:
    client = None
    if "\0" not in client_id:
        client = await authenticate_client(session, client_id, secret, core.clock.now())
    if client is None:
        raise OAuthError("invalid_client", "The client is not known, or its secret is wrong.")
    return client


def oauth_error(_: Request[Any, Any, Any], error: OAuthError) -> Response[OAuthProblem]:
    unknown = error.error == "invalid_client"
    headers = {**NO_STORE, "WWW-Authenticate": 'Basic realm="zimun"'} if unknown else NO_STORE
    body = OAuthProblem(error.error, error.description)
    return Response(body, status_code=401 if unknown else 400, headers=headers)


def oauth_outage(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """RFC 6749 names no error of the token endpoint for this; a library tells its caller the status, and when
    to come again."""
    outage = outage_of(request, error)
    if outage is None:
        return error_response(request, error)
    body = OAuthProblem("temporarily_unavailable", outage.detail)
    headers = {**NO_STORE, "Retry-After": str(outage.retry_after_s)}
    return Response(body, status_code=503, headers=headers)


ROUTER = Router(
    "/",
    route_handlers=[token, revoke, metadata],
    exception_handlers={
        OAuthError: oauth_error,
        DBAPIError: oauth_outage,
        PoolTimeout: oauth_outage,
        psycopg.Error: oauth_outage,
    },
)
