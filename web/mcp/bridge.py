"""Stdio for programs that speak MCP only that way: each message goes on to a running server's door, and its answer comes back."""

from collections.abc import AsyncGenerator
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
Context = ServerRequestContext[Any, Any]
Paged = types.PaginatedRequestParams | None


class Credentials(Struct, frozen=True):
    """Of an API client."""

    client_id: str
    client_secret: str


class ClientCredentials(httpx2.Auth):
    """Gets a token for the door when it asks for one, and a new one when the old one has run out (RFC 6749 §4.4, RFC 8707)."""

    def __init__(self, token_url: str, door_url: str, credentials: Credentials) -> None:
        self._token_url = token_url
        self._door_url = door_url
        self._credentials = credentials
        self._token = ""

    async def async_auth_flow(
        self, request: httpx2.Request
    ) -> AsyncGenerator[httpx2.Request, httpx2.Response]:
        self._sign(request)
        answer = yield request
        if answer.status_code != 401:
            return
        told = yield self._asking()
        if told.status_code == 200:
            await told.aread()
            self._token = told.json()["access_token"]
            self._sign(request)
            yield request

    def _sign(self, request: httpx2.Request) -> None:
        if self._token:
            request.headers["Authorization"] = f"Bearer {self._token}"

    def _asking(self) -> httpx2.Request:
        form = {
            "grant_type": "client_credentials",
            "client_id": self._credentials.client_id,
            "client_secret": self._credentials.client_secret,
            "resource": self._door_url,
        }
        return httpx2.Request("POST", self._token_url, data=form)


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


async def bridged(url: str, credentials: Credentials | None) -> None:
    """Serve standard input and output until they are closed."""
    parts = urlsplit(url)
    token_url = f"{parts.scheme}://{parts.netloc}/oauth/token"
    auth = ClientCredentials(token_url, url, credentials) if credentials else None
    async with (
        httpx2.AsyncClient(auth=auth, timeout=PATIENCE_S) as over,
        Client(streamable_http_client(url, http_client=over)) as door,
        stdio_server() as (read, write),
    ):
        server = Bridge(door).server()
        await server.run(read, write, server.create_initialization_options())
