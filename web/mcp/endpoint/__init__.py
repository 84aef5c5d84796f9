"""The HTTP endpoint of MCP: its address, who calls, and what the owner allows."""
