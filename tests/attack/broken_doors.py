"""The doors for programs, broken on purpose: scopes that nobody asks for, and bodies that are read as somebody else would."""

import json
from typing import Any

from booking_core.audit import Actor
from web.access.scopes import Scope
from web.api import door as api_door
from web.mcp import door as mcp_door
from web.mcp.callers import DOOR, McpCaller


def tools_ask_for_no_scope() -> None:
    def actor(caller: McpCaller, scope: Scope, request_id: str) -> Actor:
        return Actor(DOOR, caller.client_id or "", f"scope:{scope}", request_id)

    McpCaller.actor = actor  # type: ignore[method-assign]


def operations_ask_for_no_scope() -> None:
    def require_scope(*_: Any) -> None: ...

    api_door.require_scope = require_scope


def json_is_read_as_anybody_would() -> None:
    mcp_door.read_json = json.loads
