"""How an MCP server stands in the application: below `/o`, with the SDK's task group open for as long as the
application runs."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast

from litestar import Litestar
from litestar.handlers import ASGIRouteHandler, asgi
from litestar.types import HTTPScope, Receive, Scope, Send

from booking_core.core import BookingCore
from web.access.origins import Origins
from web.api.values.slots import SlotTokens
from web.mcp.endpoint.addresses import Addresses
from web.mcp.endpoint.endpoint import McpDoor
from web.mcp.server import McpDesk
from web.mcp.tools import SCOPES
from web.secrets.manage_links import ManageLinks
from web.settings import Settings


def booking_door(settings: Settings, core: BookingCore) -> McpDoor:
    """The door with the booking desk behind it."""
    desk = McpDesk(
        core, SlotTokens(settings.secret_key, core.clock, settings.secret_key_old), ManageLinks.of(settings)
    )
    origins = Origins(settings.secret_key)
    return McpDoor(desk.server(), core, Addresses(settings.public_url), origins, SCOPES)


class McpMount:
    """The route, and what has to be open while it is served (Litestar does not run the lifespan of what it
    mounts)."""

    def __init__(self, door: McpDoor) -> None:
        self._door = door

    @property
    def route(self) -> ASGIRouteHandler:
        door = self._door

        # A mount with a parameter in its path registers in silence and answers nothing: the door reads the
        # rest itself.
        @asgi("/o", is_mount=True, copy_scope=True)
        async def mcp(scope: Scope, receive: Receive, send: Send) -> None:
            await door(cast("HTTPScope", scope), cast("Any", receive), cast("Any", send))

        return mcp

    @asynccontextmanager
    async def lifespan(self, _: Litestar) -> AsyncIterator[None]:
        async with self._door.manager.run():
            yield
