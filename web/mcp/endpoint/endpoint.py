"""The MCP door: `/o/{organization}/mcp`. Who calls, whether the owner lets them, how often; then the SDK
speaks the protocol.

Stateless: any web process answers any call. Nothing here knows a tool by name; a server that is mounted
brings its own.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any, cast

import msgspec
from litestar.exceptions import (
    HTTPException,
    MethodNotAllowedException,
    NotAuthorizedException,
    PermissionDeniedException,
)
from litestar.types import HTTPScope
from mcp.server.lowlevel import Server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from starlette.types import Message, Receive, Send

from booking_core.access import scopes
from booking_core.core import BookingCore
from booking_core.errors import NotFound
from web.access.origins import Origins
from web.mcp.endpoint.accept_header import accepts_only_events, as_event, with_json_accepted
from web.mcp.endpoint.addresses import Addresses
from web.mcp.endpoint.callers import McpCaller, Stranger, caller_of
from web.mcp.endpoint.rpc_message import PARSE_ERROR, fault_of, invalid_request, with_arguments
from web.mcp.endpoint.rules import Business, business_of
from web.server.rate_limits import count_request, too_fast
from web.server.strict_json import LONGEST_BODY, MalformedJson, read_json

CALLER, MISSING_SCOPE = "mcp_caller", "mcp_missing_scope"
PLACE = re.compile(r"/?(?P<organization_id>o_[a-z0-9]{1,60})/mcp/?")


class McpDoor:
    """Enter ``manager.run()`` before the first call."""

    def __init__(
        self,
        server: Server[Any],
        core: BookingCore,
        addresses: Addresses,
        origins: Origins,
        supported: Sequence[scopes.Scope] = (),
        *,
        stateless: bool = True,
    ) -> None:
        """``supported`` are the scopes that a client without a token is told to ask for."""
        security = addresses.security()
        self.manager = StreamableHTTPSessionManager(
            server,
            json_response=stateless,
            stateless=stateless,
            security_settings=security,
            max_request_body_size=LONGEST_BODY,
        )
        self._allowed_origins = frozenset(security.allowed_origins)
        self._core = core
        self._addresses = addresses
        self._origins = origins
        self._scopes = tuple(supported)

    async def __call__(self, scope: HTTPScope, receive: Receive, send: Send) -> None:
        business, caller = await self._core.read(lambda: self._visitor(scope))
        await self._count(scope, caller)
        if self.manager.stateless and scope["method"] != "POST":
            raise MethodNotAllowedException(headers={"Allow": "POST"})
        try:
            body = await _body(receive)
            if scope["method"] == "POST":
                # The SDK gets what was understood, written anew: its parsers differ from ours and from each
                # other.
                said = with_arguments(read_json(body))
                if fault := fault_of(said):
                    await invalid_request(said, fault)(cast("Any", scope), receive, send)
                    return
                body = msgspec.json.encode(said)
        except MalformedJson:
            await PARSE_ERROR(cast("Any", scope), receive, send)
            return
        state = scope["state"]
        state[CALLER] = caller

        async def send_within_scope(message: Message) -> None:
            if MISSING_SCOPE not in state:
                await answer(message)

        headers = _without_blanks(scope["headers"])
        only_events = self.manager.stateless and accepts_only_events(_header(scope, b"accept"))
        answer = as_event(send) if only_events else send
        if self.manager.stateless:
            headers = with_json_accepted(headers)
        told = cast("Any", {**scope, "headers": headers})
        await self.manager.handle_request(told, _again(body, receive), send_within_scope)
        if MISSING_SCOPE in state:
            raise self._out_of_scope(business.id, state[MISSING_SCOPE])

    async def _count(self, scope: HTTPScope, caller: McpCaller) -> None:
        """Count the call. What the SDK will refuse takes nothing from the address: a page that is not ours
        sends it through its visitor's browser."""
        if self._is_foreign(scope):
            return
        allowance = await count_request(self._core.redis, caller.counted_as, caller.requests_per_minute)
        if allowance is not None and allowance.is_spent:
            raise too_fast(allowance)

    def _is_foreign(self, scope: HTTPScope) -> bool:
        """Whether a page of another origin sent this, which the SDK answers with 403 whatever else it is."""
        origin = _header(scope, b"origin")
        return bool(origin) and origin not in self._allowed_origins

    async def _visitor(self, scope: HTTPScope) -> tuple[Business, McpCaller]:
        place = PLACE.fullmatch(scope["path"])
        async with self._core.reads.connect() as connection:
            business = await business_of(connection, place["organization_id"]) if place else None
            if business is None or not business.rules.enabled:
                raise NotFound("There is no such door.")
            try:
                caller = await caller_of(
                    connection,
                    business,
                    _header(scope, b"authorization"),
                    scope["client"][0] if scope["client"] else "",
                    self._addresses.door(business.id),
                    self._core.clock,
                    self._origins,
                )
            except Stranger as stranger:
                raise self._unknown(stranger, business.id) from stranger
        return business, caller

    def _out_of_scope(self, organization_id: str, missing: scopes.Scope) -> PermissionDeniedException:
        """Says which scope is missing (RFC 6750 §3.1), so that a client can ask for it."""
        return PermissionDeniedException(
            f"{scopes.MissingScope(missing)}",
            headers=self._challenge(organization_id, f', error="insufficient_scope", scope="{missing}"'),
            extra={"code": "insufficient_scope", "details": {"scope": missing}},
        )

    def _unknown(self, stranger: Stranger, organization_id: str) -> NotAuthorizedException:
        named = f', error="{stranger.error}"' if stranger.error else ""
        asked = f', scope="{" ".join(self._scopes)}"'
        return NotAuthorizedException(
            stranger.detail,
            headers=self._challenge(organization_id, named + asked),
            extra={"code": stranger.error or "unauthorized"},
        )

    def _challenge(self, organization_id: str, more: str) -> dict[str, str]:
        metadata = self._addresses.metadata(organization_id)
        return {"WWW-Authenticate": f'Bearer realm="zimun", resource_metadata="{metadata}"{more}'}


async def _body(receive: Receive) -> bytes:
    """The whole body; 413 where it is longer than anything we are asked."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return bytes(body)
        body += message.get("body", b"")
        if len(body) > LONGEST_BODY:
            raise HTTPException("That is too long.", status_code=413, extra={"code": "body_too_large"})
        if not message.get("more_body", False):
            return bytes(body)


def _again(body: bytes, receive: Receive) -> Receive:
    """The body that was read, for whoever reads it next; then whatever comes."""
    told = False

    async def again() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def _header(scope: HTTPScope, name: bytes) -> str:
    return next((value.decode("latin-1").strip() for key, value in scope["headers"] if key == name), "")


def _without_blanks(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """Blanks around a header's value mean nothing (RFC 9110 §5.5), and uvicorn leaves them in."""
    return [(name, value.strip(b" \t")) for name, value in headers]
