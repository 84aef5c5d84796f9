"""One message to the MCP door in plain HTTP, as no client of the SDK would send it."""

from typing import Any

import httpx

from booking_core.maintenance.demo import DemoSalon
from tests.web.mcp.conftest import MODERN


async def call(
    http: httpx.AsyncClient,
    salon: DemoSalon,
    *,
    token: str | None = None,
    tool: str | None = None,
    **headers: str,
) -> httpx.Response:
    """One message in plain HTTP: a list of the tools, or a call of one."""
    method = "tools/call" if tool else "tools/list"
    meta = {
        "io.modelcontextprotocol/protocolVersion": MODERN,
        "io.modelcontextprotocol/clientCapabilities": {},
    }
    params: dict[str, Any] = {"_meta": meta} | ({"name": tool, "arguments": {}} if tool else {})
    sent = {
        "Accept": "application/json, text/event-stream",
        "MCP-Protocol-Version": MODERN,
        "Mcp-Method": method,
        **({"Mcp-Name": tool} if tool else {}),
        **({"Authorization": f"Bearer {token}"} if token else {}),
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    message = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    return await http.post(f"/o/{salon.organization_id}/mcp", json=message, headers=sent)
