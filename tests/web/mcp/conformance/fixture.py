"""The suite's own tools behind our door, our authentication and our origin checks."""

from typing import Any

import mcp_types as types
from litestar import Litestar
from mcp.server.mcpserver import MCPServer

from tests.web.mcp.conformance.asking import add_asking
from tests.web.mcp.conformance.content import add_content
from web.access.origins import Origins
from web.context import AppContext
from web.mcp.endpoint.addresses import Addresses
from web.mcp.endpoint.endpoint import McpDoor
from web.mcp.mount import McpMount
from web.settings import Settings


def fixture_app(settings: Settings) -> Litestar:
    """The suite's own tools behind our door, with sessions for the era that needs them."""
    context = AppContext(settings)
    server = MCPServer("conformance", version="1.0.0", log_level="ERROR")
    add_content(server)
    add_asking(server)
    low = server._lowlevel_server
    low.add_request_handler("completion/complete", types.CompleteRequestParams, no_completions)
    low.add_request_handler("resources/subscribe", types.SubscribeRequestParams, note)
    low.add_request_handler("resources/unsubscribe", types.UnsubscribeRequestParams, note)
    low.add_request_handler("logging/setLevel", types.SetLevelRequestParams, note)
    mount = McpMount(
        McpDoor(
            low,
            context.core,
            Addresses(settings.public_url),
            Origins(settings.secret_key),
            stateless=False,
        )
    )
    return Litestar(
        route_handlers=[mount.route], lifespan=[context.lifespan, mount.lifespan], openapi_config=None
    )


async def no_completions(_: Any, __: types.CompleteRequestParams) -> types.CompleteResult:
    return types.CompleteResult(completion=types.Completion(values=[], total=0, has_more=False))


async def note(_: Any, __: Any) -> types.EmptyResult:
    return types.EmptyResult()
