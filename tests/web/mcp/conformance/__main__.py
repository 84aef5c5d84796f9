"""The official MCP conformance suite, the inspector and the TypeScript SDK, against our mount, our
authentication and our origin checks.

    python -m tests.web.mcp.conformance

Installs them from npm below `.data/conformance` the first time. A fixture with the suite's own tools stands
behind the door for both sets of requirements; then the real booking desk answers every scenario that needs no
fixture, and the inspector lists and calls its tools. Exit code 1 when anything fails.
"""

import asyncio
import json
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import mcp_types as types
from litestar import Litestar
from mcp.server.mcpserver import MCPServer
from rich.console import Console
from sqlalchemy.ext.asyncio import async_sessionmaker

from booking_core.maintenance.demo import demo_salon
from booking_core.storage.database import migrate, open_engine
from tests.serving import serving, settings_on
from tests.web.mcp.conformance.asking import add_asking
from tests.web.mcp.conformance.content import add_content
from web.access.origins import Origins
from web.app import create_app
from web.commands.database.demo import open_door
from web.context import AppContext
from web.embedded import embedded_servers_blocking
from web.mcp.endpoint.addresses import Addresses
from web.mcp.endpoint.endpoint import McpDoor
from web.mcp.mount import McpMount
from web.settings import Settings

PACKAGES = (
    "node@22",
    "@modelcontextprotocol/conformance@0.2.0-alpha.12",
    "@modelcontextprotocol/inspector@2.12.0",
    "@modelcontextprotocol/sdk@1.32.2",
)
PLACE = Path(__file__).resolve().parents[4] / ".data" / "conformance"
REQUIREMENTS = ("2026-07-28", "2025-11-25")
# What needs no tool of the suite's own; two checks of server-stateless do, and are named in the expected
# failures.
GENERIC = {
    "2026-07-28": (
        "server-stateless",
        "tools-list",
        "resources-list",
        "prompts-list",
        "sep-2164-resource-not-found",
        "caching",
        "http-header-validation",
        "dns-rebinding-protection",
    ),
    "2025-11-25": (
        "server-initialize",
        "ping",
        "tools-list",
        "resources-list",
        "prompts-list",
        "dns-rebinding-protection",
    ),
}
NEEDS_A_FIXTURE = """\
server:
  - server-stateless:sep-2575-server-rejects-undeclared-capability
  - server-stateless:sep-2575-missing-capability-http-400
  - server-stateless:sep-2575-http-server-no-independent-requests-on-stream
  - server-stateless:sep-2575-server-no-log-without-loglevel
"""
INSPECTOR = ("mcp-inspector", "--cli")
console = Console()


def main() -> None:
    logging.disable(logging.WARNING)
    install()
    with tempfile.TemporaryDirectory() as directory, embedded_servers_blocking(Path(directory)) as servers:
        migrate(servers.database_url)
        settings = settings_on(servers)
        sys.exit(1 if asyncio.run(checked(settings, Path(directory))) else 0)


def install() -> None:
    if not all(
        (PLACE / "node_modules" / one).exists() for one in (".bin/mcp-inspector", "@modelcontextprotocol/sdk")
    ):
        PLACE.mkdir(parents=True, exist_ok=True)
        console.print("Installing the suite and the inspector; this happens once and takes about a minute.")
        subprocess.run(
            ["npm", "install", "--no-audit", "--no-fund", "--prefix", PLACE, *PACKAGES], check=True
        )


async def checked(settings: Settings, directory: Path) -> list[str]:
    """What has failed."""
    engine = open_engine(settings.database_url, pool_size=1)
    async with async_sessionmaker(engine)() as session, session.begin():
        salon = await demo_salon(session)
        await open_door(session, salon.organization_id)
    await engine.dispose()
    failed = []
    async with listening(settings, fixture_app) as url:
        for revision in REQUIREMENTS:
            failed += await suite(f"{url}/o/{salon.organization_id}/mcp", "--requirements", revision)
    async with listening(settings, create_app) as url:
        door = f"{url}/o/{salon.organization_id}/mcp"
        expected = directory / "expected.yml"
        expected.write_text(NEEDS_A_FIXTURE)
        for revision, scenarios in GENERIC.items():
            for scenario in scenarios:
                more = ("--expected-failures", str(expected)) if scenario == "server-stateless" else ()
                failed += await suite(door, "--scenario", scenario, "--spec-version", revision, *more)
        failed += await inspected(door)
        failed += await called_by_typescript(door)
    console.print(f"failed: {failed}" if failed else "Everything passed.")
    return failed


async def suite(door: str, *arguments: str) -> list[str]:
    """One run of the suite; its name where it failed."""
    with tempfile.TemporaryDirectory() as results:
        code, output = await ran("conformance", "server", "--url", door, *arguments, "-o", results)
    name = " ".join(arguments[:4])
    told = [line for line in output.splitlines() if line.startswith(("✗", "Passed:", "Total:", "Not scored"))]
    console.print(f"[bold]{name}[/] exit code {code}", *told, sep="\n  ", markup=True, highlight=False)
    return [name] if code else []


async def inspected(door: str) -> list[str]:
    """The inspector lists the tools, strictly, and calls every one of them in each era."""
    failed = []
    code, output = await ran(
        *INSPECTOR, door, "--transport", "http", "--method", "tools/list", "--format", "json", "--strict"
    )
    console.print(f"[bold]inspector tools/list --strict[/] exit code {code}")
    if code:
        failed.append(f"inspector tools/list: {output[-300:]}")
    for era in ("legacy", "modern"):
        called = await every_tool(door, era)
        console.print(f"[bold]inspector tools/call, {era}[/] {' '.join(called)}")
    return failed


async def called_by_typescript(door: str) -> list[str]:
    """The TypeScript SDK books and cancels, with arguments written as clients write them."""
    program = PLACE / "client.mjs"
    program.write_text((Path(__file__).parent / "client.mjs").read_text())
    code, output = await ran("node", str(program), door)
    console.print(f"[bold]TypeScript SDK[/] exit code {code}", output.strip(), markup=True, highlight=False)
    return ["TypeScript SDK"] if code else []


async def every_tool(door: str, era: str) -> list[str]:
    """Books, moves and cancels by way of the inspector's command line; raises where a call is refused."""
    called = []

    async def call(tool: str, **arguments: str) -> dict[str, Any]:
        given = [word for name, value in arguments.items() for word in ("--tool-arg", f"{name}={value}")]
        method = ("--protocol-era", era, "--method", "tools/call", "--tool-name", tool, "--format", "json")
        code, output = await ran(*INSPECTOR, door, "--transport", "http", *method, *given)
        result = json.loads(output)["result"] if code == 0 else {"isError": True}
        if result.get("isError"):
            raise RuntimeError(f"inspector {tool}: {output[-500:]}")
        called.append(tool)
        answer: dict[str, Any] = result["structuredContent"]
        return answer

    await call("list_locations")
    service = (await call("list_services"))["services"][0]["id"]
    first, second, *_ = (await call("get_availability", service_id=service))["items"]
    spare = await call("create_hold", slot_id=second["slot_id"])
    await call("release_hold", hold_id=spare["hold_id"])
    hold = await call("create_hold", slot_id=first["slot_id"])
    await call("extend_hold", hold_id=hold["hold_id"])
    ada = json.dumps({"name": "Ada", "email": "ada@example.com"})
    booked = await call("create_booking", hold_id=hold["hold_id"], customer=ada, customer_agreed="true")
    whose = {"booking_code": booked["booking_code"], "contact": "ada@example.com"}
    await call("find_booking", **whose)
    await call("reschedule_booking", **whose, slot_id=second["slot_id"], customer_agreed="true")
    await call("cancel_booking", **whose, customer_agreed="true")
    return called


async def ran(program: str, *arguments: str) -> tuple[int, str]:
    programs = PLACE / "node_modules" / ".bin"
    process = await asyncio.create_subprocess_exec(
        programs / program,
        *arguments,
        env={**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await process.communicate()
    return process.returncode or 0, output.decode()


def fixture_app(settings: Settings) -> Litestar:
    """The suite's own tools behind our door, with sessions for the era that needs them."""
    context = AppContext(settings)
    server = MCPServer("conformance", version="1.0.0", log_level="ERROR")
    add_content(server)
    add_asking(server)
    low = server._lowlevel_server
    low.add_request_handler("completion/complete", types.CompleteRequestParams, no_completions)
    low.add_request_handler("resources/subscribe", types.SubscribeRequestParams, noted)
    low.add_request_handler("resources/unsubscribe", types.UnsubscribeRequestParams, noted)
    low.add_request_handler("logging/setLevel", types.SetLevelRequestParams, noted)
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


async def noted(_: Any, __: Any) -> types.EmptyResult:
    return types.EmptyResult()


@asynccontextmanager
async def listening(settings: Settings, app: Any) -> AsyncIterator[str]:
    """The suite asks faster than anybody may, so that nobody counts."""
    async with serving(settings, app) as url:
        forgetting = asyncio.create_task(uncounted(settings))
        yield url
        forgetting.cancel()
        with suppress(asyncio.CancelledError):
            await forgetting


async def uncounted(settings: Settings) -> None:
    context = AppContext(settings)
    try:
        while True:
            async for key in context.redis.scan_iter("rate:*"):
                await context.redis.delete(key)
            await asyncio.sleep(0.2)
    finally:
        await context.close()


if __name__ == "__main__":
    main()
