"""Stdio for programs that speak MCP only that way: each message goes on to a running server's door, and its
answer comes back."""

from collections.abc import AsyncGenerator
from http import HTTPStatus
from importlib.metadata import version
from typing import Any
from urllib.parse import urlsplit

import httpx2
import mcp_types as types
from mcp.client.client import Client
from mcp.client.streamable_http import streamable_http_client
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from msgspec import Struct

# Longer than the desk's own patience with its database.
PATIENCE_S = 30
BAD_CREDENTIALS = (
    "The client id or its secret is wrong, or the client has been revoked. `zimun api-client list` shows "
    "the clients,"
    " and `zimun api-client rotate CLIENT_ID` gives one a new secret."
)
NO_CREDENTIALS = (
    "This door needs an access token. Set ZIMUN_CLIENT_ID and ZIMUN_CLIENT_SECRET to those of an API client;"
    " `zimun api-client create` makes one."
)
WHAT_ADDRESS = "`zimun mcp-door` tells the address of a door."
Context = ServerRequestContext[Any, Any]
Paged = types.PaginatedRequestParams | None


class DoorRefused(Exception):
    """Nothing can be done at this door; its words say what to do."""


class Credentials(Struct, frozen=True):
    """Of an API client."""

    client_id: str
    client_secret: str


class ClientCredentials(httpx2.Auth):
    """Gets a token for the door before the first message, and a new one when the old one has run out (RFC
    6749 §4.4, RFC 8707).

    Never without one, whatever the door lets anybody do: its scopes, its limits and its name in the audit log
    are what was asked for.
    """

    def __init__(self, token_url: str, door_url: str, credentials: Credentials) -> None:
        self._token_url = token_url
        self._door_url = door_url
        self._credentials = credentials
        self._token = ""

    async def async_auth_flow(
        self, request: httpx2.Request
    ) -> AsyncGenerator[httpx2.Request, httpx2.Response]:
        is_new = not self._token
        if is_new:
            await self._take_token((yield self._token_request()))
        self._sign(request)
        answer = yield request
        if answer.status_code == 401 and not is_new:
            told = yield self._token_request()
            if told.status_code != 200:
                # The call fails, and the program that made it is told so; a client that is revoked gets no
                # other answer.
                return
            await self._take_token(told)
            self._sign(request)
            yield request

    async def _take_token(self, told: httpx2.Response) -> None:
        """Raises ``DoorRefused``."""
        await told.aread()
        if _member(told, "error") == "invalid_client":
            raise DoorRefused(BAD_CREDENTIALS)
        self._token = _member(told, "access_token")
        if told.status_code != 200 or not self._token:
            why = _member(told, "error_description") or _member(told, "detail") or f"{told.status_code}"
            raise DoorRefused(f"{self._token_url} gives no token: {why}. {WHAT_ADDRESS}")

    def _sign(self, request: httpx2.Request) -> None:
        request.headers["Authorization"] = f"Bearer {self._token}"

    def _token_request(self) -> httpx2.Request:
        form = {
            "grant_type": "client_credentials",
            "client_id": self._credentials.client_id,
            "client_secret": self._credentials.client_secret,
            "resource": self._door_url,
        }
        return httpx2.Request("POST", self._token_url, data=form)


class LastingTransport(httpx2.AsyncHTTPTransport):
    """Once the door has answered, a server that is away for a while fails single calls; the SDK's client
    would end with the first."""

    has_answered = False

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        try:
            answer = await super().handle_async_request(request)
        except httpx2.TransportError:
            if not self.has_answered:
                raise
            return httpx2.Response(HTTPStatus.SERVICE_UNAVAILABLE, request=request)
        self.has_answered = True
        return answer


class Bridge:
    """Every request as it came, to ``door``; every answer as it came back."""

    def __init__(self, door: Client) -> None:
        self._door = door

    def server(self) -> Server[Any]:
        return Server(
            "zimun",
            version=version("zimun"),
            title="Zimun booking desk",
            instructions=self._door.instructions,
            on_list_tools=self.list_tools,
            on_call_tool=self.call_tool,
            on_list_resources=self.list_resources,
            on_read_resource=self.read_resource,
            on_list_prompts=self.list_prompts,
            on_get_prompt=self.get_prompt,
        )

    async def list_tools(self, _: Context, __: Paged) -> types.ListToolsResult:
        return await self._door.list_tools(cache_mode="refresh")

    async def call_tool(self, _: Context, call: types.CallToolRequestParams) -> types.CallToolResult:
        return await self._door.call_tool(call.name, call.arguments)

    async def list_resources(self, _: Context, __: Paged) -> types.ListResourcesResult:
        return await self._door.list_resources()

    async def read_resource(
        self, _: Context, asked: types.ReadResourceRequestParams
    ) -> types.ReadResourceResult:
        return await self._door.read_resource(asked.uri)

    async def list_prompts(self, _: Context, __: Paged) -> types.ListPromptsResult:
        return await self._door.list_prompts()

    async def get_prompt(self, _: Context, asked: types.GetPromptRequestParams) -> types.GetPromptResult:
        return await self._door.get_prompt(asked.name, asked.arguments)


async def bridge(url: str, credentials: Credentials | None) -> None:
    """Serve standard input and output until they are closed. Raises ``DoorRefused``."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise DoorRefused(f"{url} is no address of a door. {WHAT_ADDRESS}")
    token_url = f"{parts.scheme}://{parts.netloc}/oauth/token"
    auth = ClientCredentials(token_url, url, credentials) if credentials else None
    try:
        async with httpx2.AsyncClient(auth=auth, timeout=PATIENCE_S, transport=LastingTransport()) as over:
            await _knock(over, url)
            async with (
                Client(streamable_http_client(url, http_client=over)) as door,
                stdio_server() as (read, write),
            ):
                server = Bridge(door).server()
                await server.run(read, write, server.create_initialization_options())
    except DoorRefused:
        raise
    except httpx2.HTTPError as error:
        raise DoorRefused(f"Nothing answers at {url}. Is Zimun running there? {WHAT_ADDRESS}") from error
    except Exception as error:
        # The client's tasks end in groups of errors, of which one may be our own.
        raise _first_refusal(error) or DoorRefused(
            f"The connection with {url} broke. Start `zimun mcp` again."
        ) from error


async def _knock(over: httpx2.AsyncClient, url: str) -> None:
    """One ping, to be told in plain words what is in the way. Raises ``DoorRefused``."""
    ping = {"jsonrpc": "2.0", "id": 0, "method": "ping"}
    answer = await over.post(url, json=ping, headers={"Accept": "application/json, text/event-stream"})
    if answer.status_code < 400 or _member(answer, "jsonrpc"):
        return
    if answer.status_code == 401:
        raise DoorRefused(
            NO_CREDENTIALS if over.auth is None else _member(answer, "detail") or BAD_CREDENTIALS
        )
    if answer.status_code == 404:
        raise DoorRefused(
            f"There is no open door at {url}. The owner opens it with `zimun mcp-door --open`. {WHAT_ADDRESS}"
        )
    told = _member(answer, "detail") or answer.reason_phrase
    raise DoorRefused(f"{url} refuses ({answer.status_code}): {told}")


def _member(answer: httpx2.Response, name: str) -> str:
    """What a member of an answer's JSON says; nothing where it is none."""
    try:
        body = answer.json()
    except ValueError:
        return ""
    return str(body.get(name) or "") if isinstance(body, dict) else ""


def _first_refusal(error: BaseException) -> DoorRefused | None:
    if isinstance(error, DoorRefused):
        return error
    inner = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    return next(filter(None, map(_first_refusal, inner)), None)
