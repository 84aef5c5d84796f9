"""`zimun mcp-door`, and `zimun mcp` as the program that assistants start."""

import asyncio
import sys
from pathlib import Path

import httpx
import pytest
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters
from mcp.shared.exceptions import MCPError

from booking_core.access.scopes import Scope
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.operations.databases import ask
from tests.web.api.conftest import Program, program_of
from tests.web.mcp.conftest import Agent, allows
from tests.web.mcp.test_scopes import READERS, WRITERS
from web.embedded import EmbeddedServers

ZIMUN = (sys.executable, "-m", "web.cli")


async def zimun(*arguments: str, **environment: str) -> tuple[int, str]:
    """Exit code and output of one command."""
    done = await asyncio.to_thread(ask, environment, *arguments)
    return done.exit_code, done.output


@pytest.fixture
def environment(servers: EmbeddedServers, tmp_path: Path) -> dict[str, str]:
    return {
        "DATABASE_URL": servers.database_url,
        "REDIS_URL": servers.redis_url,
        "SECRET_KEY": "a key that only the tests know, and long",
        "PUBLIC_URL": "https://booking.example",
        "DATA_DIR": str(tmp_path),
        "COLUMNS": "120",
    }


async def test_an_owner_opens_narrows_and_closes_the_door(
    api_url: str, program: Program, core: BookingCore, salon: DemoSalon, environment: dict[str, str]
) -> None:
    agent = Agent(api_url, salon, await program.gets_door_token())
    whose = ("--organization", salon.organization_id)
    code, told = await zimun("mcp-door", *whose, **environment)
    assert (code, "closed" in told) == (0, True)
    code, told = await zimun("mcp-door", "--open", *whose, **environment)
    assert (code, f"https://booking.example/o/{salon.organization_id}/mcp is open." in told) == (0, True)
    assert await agent.tools() == READERS | WRITERS
    await zimun("mcp-door", "--read-only", *whose, **environment)
    assert await agent.tools() == READERS


async def test_a_program_that_speaks_stdio_only_books_all_the_same(
    api_url: str, program: Program, open_salon: DemoSalon, environment: dict[str, str]
) -> None:
    door = f"{api_url}/o/{open_salon.organization_id}/mcp"
    secrets = {"ZIMUN_CLIENT_ID": program.client_id, "ZIMUN_CLIENT_SECRET": program.secret}
    command = StdioServerParameters(
        command=ZIMUN[0], args=[*ZIMUN[1:], "mcp", door], env=environment | secrets
    )
    async with Client(command) as client:
        tools = {tool.name for tool in (await client.list_tools()).tools}
        found = await client.call_tool(
            "get_availability", {"service_id": open_salon.services["Haircut"], "date": "2026-11-24"}
        )
        slot = found.structured_content["items"][0]
        held = await client.call_tool("create_hold", {"slot_id": slot["slot_id"]})
        prompt = await client.get_prompt("book_appointment", {"service": "a haircut"})
        resources = (await client.list_resources()).resources
        read = await client.read_resource(resources[0].uri)
    assert tools == READERS | WRITERS
    assert held.structured_content["slot"]["start"] == slot["start"]
    assert "a haircut" in prompt.messages[0].content.text
    assert "opening_hours" in read.contents[0].text


async def test_a_door_that_refuses_is_one_line_of_what_to_do(
    api_url: str, program: Program, core: BookingCore, salon: DemoSalon, environment: dict[str, str]
) -> None:
    door = f"{api_url}/o/{salon.organization_id}/mcp"
    right = ("--client-id", program.client_id, "--client-secret", program.secret)
    wrong = ("--client-id", program.client_id, "--client-secret", "nonsense")

    async def refuses(*arguments: str) -> str:
        code, told = await zimun("mcp", *arguments, **environment)
        assert (code, told.count("\n"), "Traceback" in told) == (1, 1, False), told
        return told

    for closed in ((door,), (door, *right)):
        assert "zimun mcp-door --open" in await refuses(*closed)
    await allows(core, salon)
    assert "ZIMUN_CLIENT_ID" in await refuses(door)
    assert "zimun api-client rotate" in await refuses(door, *wrong)
    await allows(core, salon, public_reads=True, anonymous_booking=True)
    assert "zimun api-client rotate" in await refuses(door, *wrong)
    assert "Nothing answers" in await refuses("http://127.0.0.1:1/o/o_x/mcp")
    assert "no address" in await refuses("salon")


async def test_credentials_are_used_where_nobody_needs_any(
    api_url: str, http: httpx.AsyncClient, core: BookingCore, salon: DemoSalon, environment: dict[str, str]
) -> None:
    await allows(core, salon, public_reads=True, anonymous_booking=True)
    reader = await program_of(http, core, salon, Scope.ORG_READ, Scope.AVAILABILITY_READ)
    secrets = {"ZIMUN_CLIENT_ID": reader.client_id, "ZIMUN_CLIENT_SECRET": reader.secret}
    command = StdioServerParameters(
        command=ZIMUN[0],
        args=[*ZIMUN[1:], "mcp", f"{api_url}/o/{salon.organization_id}/mcp"],
        env=environment | secrets,
    )
    async with Client(command) as client:
        found = await client.call_tool(
            "get_availability", {"service_id": salon.services["Haircut"], "date": "2026-11-24"}
        )
        slot = found.structured_content["items"][0]
        # Anybody without a token may hold it; this client was not given the scope.
        with pytest.raises(MCPError):
            await client.call_tool("create_hold", {"slot_id": slot["slot_id"]})


async def test_a_client_revoked_meanwhile_fails_each_call_and_keeps_none_waiting(
    api_url: str, program: Program, core: BookingCore, open_salon: DemoSalon, environment: dict[str, str]
) -> None:
    secrets = {"ZIMUN_CLIENT_ID": program.client_id, "ZIMUN_CLIENT_SECRET": program.secret}
    command = StdioServerParameters(
        command=ZIMUN[0],
        args=[*ZIMUN[1:], "mcp", f"{api_url}/o/{open_salon.organization_id}/mcp"],
        env=environment | secrets,
    )
    async with Client(command, read_timeout_seconds=20) as client:
        assert not (await client.call_tool("list_services", {})).is_error
        own = ("--organization", open_salon.organization_id)
        assert (await zimun("api-client", "revoke", program.client_id, *own, **environment))[0] == 0
        for _ in range(2):
            with pytest.raises(MCPError) as refused:
                await client.call_tool("list_services", {})
            assert "error response" in refused.value.error.message


async def test_half_a_pair_of_credentials_is_refused(environment: dict[str, str]) -> None:
    code, told = await zimun("mcp", "http://127.0.0.1:1/o/o_x/mcp", "--client-id", "x", **environment)
    assert (code, "both" in told) == (2, True)
