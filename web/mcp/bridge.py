"""Stdio for programs that speak MCP only that way: each message goes on to a running server's door, and its
answer comes back."""

from http import HTTPStatus
from importlib.metadata import version
from typing import Any

import httpx2
import mcp_types as types
from mcp.client.client import Client
from mcp.client.streamable_http import streamable_http_client
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server

from booking_core.input.web_address import split_address
from web.mcp.client_credentials import (
    BAD_CREDENTIALS,
    WHAT_ADDRESS,
    ClientCredentials,
    Credentials,
    DoorRefused,
    member_of,
)

# Longer than the desk's own patience with its database.
PATIENCE_S = 30


NO_CREDENTIALS = (
    "This door needs an access token. Set ZIMUN_CLIENT_ID and ZIMUN_CLIENT_SECRET to those of an API client;"
    " `zimun api-client create` makes one."
)


Context = ServerRequestContext[Any, Any]
Paged = types.PaginatedRequestParams | None


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
    parts = split_address(url)
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
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
    if answer.status_code < 400 or member_of(answer, "jsonrpc"):
        return
    if answer.status_code == 401:
        raise DoorRefused(
            NO_CREDENTIALS if over.auth is None else member_of(answer, "detail") or BAD_CREDENTIALS
        )
    if answer.status_code == 404:
        raise DoorRefused(
            f"There is no open door at {url}. The owner opens it with `zimun mcp-door --open`. {WHAT_ADDRESS}"
        )
    told = member_of(answer, "detail") or answer.reason_phrase
    raise DoorRefused(f"{url} refuses ({answer.status_code}): {told}")


def _first_refusal(error: BaseException) -> DoorRefused | None:
    if isinstance(error, DoorRefused):
        return error
    inner = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    return next(filter(None, map(_first_refusal, inner)), None)
