"""The tools of the MCP door, one file for each thing they are about."""

from booking_core.leniency import fields_of
from web.access.scopes import Scope
from web.mcp.tool import McpTool
from web.mcp.tools import availability, bookings, business, holds

TOOLS: dict[str, McpTool] = {
    tool.name: tool for tool in (*business.TOOLS, *availability.TOOLS, *holds.TOOLS, *bookings.TOOLS)
}
# The names of all arguments that say something to one of the tools.
ARGUMENTS = tuple(dict.fromkeys(name for tool in TOOLS.values() for name in fields_of(tool.arguments)))
# The scopes that a client can use at this door.
SCOPES = tuple(scope for scope in Scope if any(tool.scope is scope for tool in TOOLS.values()))
