"""The tools of the MCP door, one file for each thing they are about."""

from booking_core.access.scopes import FOR_CUSTOMERS
from booking_core.input.leniency import fields_of
from web.mcp.tool_calls.tool import McpTool
from web.mcp.tools import availability, bookings, business, decisions, holds

TOOLS: dict[str, McpTool] = {
    tool.name: tool
    for tool in (*business.TOOLS, *availability.TOOLS, *holds.TOOLS, *bookings.TOOLS, *decisions.TOOLS)
}
# The names of all arguments that say something to one of the tools.
ARGUMENTS = tuple(dict.fromkeys(name for tool in TOOLS.values() for name in fields_of(tool.accepts)))
# What a client is told to ask for: that of booking for customers. The token server refuses whoever asks for
# more than it was given, and a tool that needs more says so when it is called.
SCOPES = FOR_CUSTOMERS
