"""The tools of the MCP door, one file for each thing they are about."""

from web.mcp.tool import McpTool
from web.mcp.tools import availability, bookings, business, holds

TOOLS: dict[str, McpTool] = {
    tool.name: tool for tool in (*business.TOOLS, *availability.TOOLS, *holds.TOOLS, *bookings.TOOLS)
}
