"""Programs from npm that call our door: the conformance suite, the inspector and the TypeScript SDK."""

import asyncio
import json
import os
import subprocess
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from rich.console import Console

PACKAGES = (
    "node@22",
    "@modelcontextprotocol/conformance@0.2.0-alpha.12",
    "@modelcontextprotocol/inspector@2.12.0",
    "@modelcontextprotocol/sdk@1.32.2",
)
PLACE = Path(__file__).resolve().parents[4] / ".data" / "conformance"
INSPECTOR = ("mcp-inspector", "--cli")
console = Console()


def install() -> None:
    if not all(
        (PLACE / "node_modules" / one).exists() for one in (".bin/mcp-inspector", "@modelcontextprotocol/sdk")
    ):
        PLACE.mkdir(parents=True, exist_ok=True)
        console.print("Installing the suite and the inspector; this happens once and takes about a minute.")
        subprocess.run(
            ["npm", "install", "--no-audit", "--no-fund", "--prefix", PLACE, *PACKAGES], check=True
        )


async def suite(door: str, *arguments: str) -> list[str]:
    """One run of the suite; its name where it failed."""
    with tempfile.TemporaryDirectory() as results:
        code, output = await ran("conformance", "server", "--url", door, *arguments, "-o", results)
    name = " ".join(arguments[:4])
    told = [line for line in output.splitlines() if line.startswith(("✗", "Passed:", "Total:", "Not scored"))]
    console.print(f"[bold]{name}[/] exit code {code}", *told, sep="\n  ", markup=True, highlight=False)
    return [name] if code else []


async def inspect_door(door: str) -> list[str]:
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


async def call_by_typescript(door: str) -> list[str]:
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
    # Far enough ahead to be moved and cancelled at whatever hour this runs.
    ahead = {"from": f"{(datetime.now(UTC) + timedelta(days=3)).date()}"}
    first, second, *_ = (await call("get_availability", service_id=service, **ahead))["items"]
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
