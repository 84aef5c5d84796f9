"""The API's door: who may come in, how often, and one request's way to the desk.

Deny by default: a route without a scope lets nobody in. Everything is checked before anything is read.
"""

import hashlib
from collections.abc import Awaitable, Callable, Collection
from functools import partial
from typing import Any, TypeVar

import msgspec
from litestar import Response
from litestar.connection import ASGIConnection
from litestar.exceptions import NotAuthorizedException, PermissionDeniedException
from litestar.handlers import BaseRouteHandler
from litestar.types import Guard
from msgspec import Struct

from booking_core.access.roles import Role
from booking_core.access.scopes import Scope, require_scope
from booking_core.api_clients.tokens import Caller, bearer_of
from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.decisions import Decisions
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.storage.audit import Actor
from booking_core.storage.idempotency import Keyed, StoredAnswer, once
from booking_core.webhooks.courier import Courier
from web.api.description.operations import Operation, operation_of
from web.api.values.requests import AnyRequest, body_if_any, body_of, idempotency_key, query_of
from web.api.values.slots import SlotTokens, at_desk
from web.secrets.manage_links import ManageLinks
from web.secrets.sealing import Seal
from web.server.accept_language import tags_of
from web.server.rate_limits import count_request, too_fast

T = TypeVar("T")
S = TypeVar("S", bound=Struct)
CALLER, RATE_HEADERS = "caller", "rate_headers"


def scope_guard(core: BookingCore, audience: frozenset[str]) -> Guard:
    """The guard of every route of the API. ``audience`` are the addresses a token may be meant for."""

    async def guard(connection: ASGIConnection[Any, Any, Any, Any], route: BaseRouteHandler) -> None:
        caller = await _caller(core, audience, connection.headers.get("Authorization", ""))
        operation = operation_of(route)
        if operation is None:
            raise PermissionDeniedException("This door is closed.", extra={"code": "insufficient_scope"})
        require_scope(operation.scope, caller.scopes)
        connection.scope["state"][CALLER] = caller
        allowance = await count_request(core.redis, caller.client_id, caller.requests_per_minute)
        if allowance is not None:
            connection.scope["state"][RATE_HEADERS] = allowance.headers
            if allowance.is_spent:
                raise too_fast(allowance)

    return guard


async def _caller(core: BookingCore, audience: frozenset[str], authorization: str) -> Caller:
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise _unknown_bearer("This call needs an access token.", "")
    caller = await core.read(lambda: _bearer(core, token.strip()))
    if caller is None:
        raise _unknown_bearer("This access token is not valid, or not any more.", ', error="invalid_token"')
    if caller.audience is not None and caller.audience not in audience:
        raise _unknown_bearer("This access token is meant for another address.", ', error="invalid_token"')
    return caller


async def _bearer(core: BookingCore, token: str) -> Caller | None:
    # One statement needs no transaction: two round trips less on every call.
    async with core.reads.connect() as connection:
        return await bearer_of(connection, token, core.clock.now())


class OperationResult(Struct, frozen=True):
    """What an operation came to: the view that goes out, and the appointment it tells of, if any."""

    view: Struct
    status: int = 200
    subject: str | None = None


DeskWork = Callable[[Desk], Awaitable[OperationResult]]


class ApiRequest:
    """One request at the counter: what it says, who asks, and the way to the desk."""

    def __init__(
        self,
        request: AnyRequest,
        core: BookingCore,
        seal: Seal,
        slots: SlotTokens,
        courier: Courier,
        links: ManageLinks,
    ) -> None:
        self.request = request
        self.core = core
        self.slots = slots
        self.courier = courier
        self.links = links
        self.public_url = links.public_url
        self.caller: Caller = request.scope["state"][CALLER]
        operation = operation_of(request.route_handler)
        if operation is None:
            raise TypeError("A route of the API needs an operation.")
        self.operation: Operation = operation
        self._seal = seal

    @property
    def scopes(self) -> Collection[str]:
        return self.caller.scopes

    @property
    def actor(self) -> Actor:
        """Who gets to the desk. Raises ``MissingScope``: asked at the operation itself, whatever let the
        request this far."""
        scope = self.operation.scope
        require_scope(scope, self.caller.scopes)
        request_id: str = self.request.scope["state"].get("request_id", "")
        role = Role.MANAGER if scope is Scope.ORG_MANAGE else None
        return Actor(
            "api",
            self.caller.client_id,
            f"scope:{scope}",
            request_id,
            role=role,
            organization_id=self.caller.organization_id,
        )

    async def body(self, kind: type[S]) -> S:
        return await body_of(self.request, kind)

    async def body_if_any(self, kind: type[S]) -> S:
        return await body_if_any(self.request, kind)

    def query(self, kind: type[S]) -> S:
        return query_of(self.request, kind)

    @property
    def key(self) -> str | None:
        """The caller's Idempotency-Key, if this operation has one. Raises 400 where it is missing and
        needed."""
        return idempotency_key(self.request, required=self.operation.keyed == "required")

    async def visit(self, work: Callable[[Desk], Awaitable[T]]) -> T:
        """One operation at the desk, in one transaction; refusals show their alternatives as times that can
        be held."""
        return await at_desk(partial(self._run, self.core.transaction), work, self.slots)

    async def look(self, work: Callable[[Desk], Awaitable[T]]) -> T:
        """The same for an operation that only reads."""
        return await at_desk(partial(self._run, self.core.read_only), work, self.slots)

    async def _run(self, visit: Callable[..., Awaitable[T]], work: Callable[[Desk], Awaitable[T]]) -> T:
        liked = tags_of(self.request.headers.get("Accept-Language", ""))

        async def work_in_language(desk: Desk) -> T:
            desk.speak(*liked)
            return await work(desk)

        return await visit(
            self.caller.organization_id, self.actor, work_in_language, revision=self.caller.revision
        )

    async def once(self, body: Struct, work: DeskWork, *, spends: str | None = None) -> Response[bytes]:
        """The operation's answer; for a repeat with the same key, the one it had. ``spends`` is the hold it
        uses up, if any."""
        keyed = self._idempotency_key(body)

        async def carry_out(desk: Desk) -> StoredAnswer:
            given = await work(desk)
            return StoredAnswer(given.status, msgspec.json.encode(given.view), given.subject)

        async def at_desk(desk: Desk) -> StoredAnswer:
            if not keyed:
                return await carry_out(desk)
            return await once(desk, keyed, self._seal, carry_out, spends=spends)

        answer = await self.visit(at_desk)
        headers = {"Idempotency-Replayed": "true"} if answer.replayed else {}
        return json_response(answer.body, answer.status, headers)

    async def arrange(
        self,
        asked: Any,
        work: Callable[[BackOffice], Awaitable[StoredAnswer]],
        decisions: Decisions | None,
        *,
        is_kept: bool,
    ) -> StoredAnswer:
        """One operation at the back office, which a repeat with the same key finds; ``asked`` is all that
        makes it this one. One that ``is_kept`` nowhere is tried again each time, whatever its key."""
        keyed = self._idempotency_key(asked)

        async def carry_out(office: BackOffice) -> StoredAnswer:
            return await (once(office, keyed, self._seal, work) if keyed and is_kept else work(office))

        run = partial(self.core.arrange, self.caller.organization_id, self.actor, decisions=decisions)
        return await at_desk(run, carry_out, self.slots)

    def _idempotency_key(self, asked: Any) -> Keyed | None:
        key = self.key
        return Keyed(self.operation.name, key, self._fingerprint(asked)) if key else None

    def _fingerprint(self, body: Any) -> bytes:
        """SHA-256 of the method, the path's template and the canonical JSON of what was understood of the
        body."""
        canonical = msgspec.json.encode(body, order="sorted")
        request = f"{self.request.method} {self.request.scope['path_template']}\n".encode()
        return hashlib.sha256(request + canonical).digest()


def json_response(
    view: Struct | bytes, status: int = 200, headers: dict[str, str] | None = None
) -> Response[bytes]:
    body = view if isinstance(view, bytes) else msgspec.json.encode(view)
    shown = {"Cache-Control": "no-store", **(headers or {})}
    return Response(body, status_code=status, media_type="application/json", headers=shown)


def _unknown_bearer(detail: str, error: str) -> NotAuthorizedException:
    code = "invalid_token" if error else "unauthorized"
    headers = {"WWW-Authenticate": f'Bearer realm="zimun"{error}'}
    return NotAuthorizedException(detail, headers=headers, extra={"code": code})
