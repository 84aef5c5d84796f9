"""Agents at the MCP door: the SDK's own client, and plain HTTP where a client would not do what an attacker
does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx2
import jsonschema
import mcp_types as types
import pytest
from mcp.client.client import Client
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.exceptions import MCPError

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.cast import set_by_owner
from tests.serving import NO_TLS
from tests.web.api.conftest import Program, api_clock, api_url, http, program, webhook_port  # noqa: F401
from web.mcp.tools import TOOLS

ADA = {"name": "Ada", "email": "ada@example.com"}
MODERN = "2026-07-28"


class Agent:
    """Somebody's assistant at one salon's door. Each call is a connection of its own: the door remembers
    none."""

    def __init__(self, url: str, salon: DemoSalon, token: str | None = None, mode: str = MODERN) -> None:
        self.url = f"{url}/o/{salon.organization_id}/mcp"
        self.salon = salon
        self.headers = {"Authorization": f"Bearer {token}"} if token else {}
        self.mode = mode

    @asynccontextmanager
    async def connected(self) -> AsyncIterator[Client]:
        async with (
            httpx2.AsyncClient(verify=NO_TLS, headers=self.headers, timeout=30) as over,
            Client(streamable_http_client(self.url, http_client=over), mode=self.mode) as client,
        ):
            yield client

    async def tools(self) -> set[str]:
        async with self.connected() as client:
            return {tool.name for tool in (await client.list_tools()).tools}

    async def calls(self, tool: str, /, **arguments: Any) -> types.CallToolResult:
        """Raises ``MCPError`` for an error of the protocol, outside of the groups that the client's tasks are
        in."""
        async with self.connected() as client:
            try:
                return await client.call_tool(tool, arguments)
            except MCPError as error:
                refused = error
        raise refused

    async def gets(self, tool: str, /, **arguments: Any) -> dict[str, Any]:
        """The answer of a call that must succeed."""
        result = await self.calls(tool, **arguments)
        assert not result.is_error, result.structured_content
        answer: dict[str, Any] = result.structured_content
        jsonschema.validate(answer, TOOLS[tool].spec.output_schema)
        return answer

    async def refusal(self, tool: str, /, **arguments: Any) -> dict[str, Any]:
        """The problem of a call that must fail."""
        result = await self.calls(tool, **arguments)
        assert result.is_error, result.structured_content
        problem: dict[str, Any] = result.structured_content
        assert problem["next_step"]
        # Clients hold refusals against the schema of the answer, and hide those that do not fit.
        jsonschema.validate(problem, TOOLS[tool].spec.output_schema)
        assert {"now", "time_zone"} <= problem.keys()
        return problem

    async def slots(
        self, service: str = "Haircut", day: str = "2026-11-24", **more: Any
    ) -> list[dict[str, Any]]:
        found = await self.gets("get_availability", service_id=self.salon.services[service], date=day, **more)
        items: list[dict[str, Any]] = found["items"]
        return items

    async def books(self, slot: dict[str, Any], name: str = "Ada", **more: Any) -> dict[str, Any]:
        hold = await self.gets("create_hold", slot_id=slot["slot_id"])
        customer = {"name": name, "email": f"{name.lower()}@example.com"}
        return await self.gets("create_booking", hold_id=hold["hold_id"], customer=customer, **more)


async def allows(core: BookingCore, salon: DemoSalon, **rules: bool) -> None:
    """The owner opens the door this far."""
    switches = {"read_only": False, "public_reads": False, "anonymous_booking": False, **rules}
    changed = {f"mcp__{name}": value for name, value in {"enabled": True, **switches}.items()}
    await set_by_owner(core, salon.organization_id, **changed)


@pytest.fixture
async def open_salon(core: BookingCore, salon: DemoSalon) -> DemoSalon:
    await allows(core, salon)
    return salon


@pytest.fixture(params=[MODERN, "legacy"])
async def agent(
    request: pytest.FixtureRequest,
    api_url: str,  # noqa: F811
    open_salon: DemoSalon,
    program: Program,  # noqa: F811
) -> Agent:
    """With a token of every scope, in either era of the protocol."""
    return Agent(api_url, open_salon, await program.gets_door_token(), request.param)


@pytest.fixture
async def anybody(
    api_url: str,  # noqa: F811
    core: BookingCore,
    salon: DemoSalon,
) -> AsyncIterator[Agent]:
    await allows(core, salon, anonymous_booking=True)
    yield Agent(api_url, salon)
    async for key in core.redis.scan_iter("rate:*"):
        await core.redis.delete(key)
