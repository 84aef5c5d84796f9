"""The official MCP conformance suite, the inspector and the TypeScript SDK, against our mount, our
authentication and our origin checks.

    python -m tests.web.mcp.conformance

Installs them from npm below `.data/conformance` the first time. A fixture with the suite's own tools stands
behind the door for both sets of requirements; then the real booking desk answers every scenario that needs no
fixture, and the inspector lists and calls its tools. Exit code 1 when anything fails.
"""

import asyncio
import logging
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import async_sessionmaker

from booking_core.maintenance.demo import demo_salon
from booking_core.storage.database import migrate, open_engine
from tests.serving import serving, settings_on
from tests.web.mcp.conformance.fixture import fixture_app
from tests.web.mcp.conformance.programs import call_by_typescript, console, inspect_door, install, suite
from web.app import create_app
from web.commands.database.demo import open_door
from web.context import AppContext
from web.embedded import embedded_servers_blocking
from web.settings import Settings

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


def main() -> None:
    logging.disable(logging.WARNING)
    install()
    with tempfile.TemporaryDirectory() as directory, embedded_servers_blocking(Path(directory)) as servers:
        migrate(servers.database_url)
        settings = settings_on(servers)
        sys.exit(1 if asyncio.run(check(settings, Path(directory))) else 0)


async def check(settings: Settings, directory: Path) -> list[str]:
    """What has failed."""
    engine = open_engine(settings.database_url, pool_size=1)
    async with async_sessionmaker(engine)() as session, session.begin():
        salon = await demo_salon(session)
        await open_door(session, salon.organization_id)
    await engine.dispose()
    failed = []
    async with listen(settings, fixture_app) as url:
        for revision in REQUIREMENTS:
            failed += await suite(f"{url}/o/{salon.organization_id}/mcp", "--requirements", revision)
    async with listen(settings, create_app) as url:
        door = f"{url}/o/{salon.organization_id}/mcp"
        expected = directory / "expected.yml"
        expected.write_text(NEEDS_A_FIXTURE)
        for revision, scenarios in GENERIC.items():
            for scenario in scenarios:
                more = ("--expected-failures", str(expected)) if scenario == "server-stateless" else ()
                failed += await suite(door, "--scenario", scenario, "--spec-version", revision, *more)
        failed += await inspect_door(door)
        failed += await call_by_typescript(door)
    console.print(f"failed: {failed}" if failed else "Everything passed.")
    return failed


@asynccontextmanager
async def listen(settings: Settings, app: Any) -> AsyncIterator[str]:
    """The suite asks faster than anybody may, so that nobody counts."""
    async with serving(settings, app) as url:
        forgetting = asyncio.create_task(lift_limits(settings))
        yield url
        forgetting.cancel()
        with suppress(asyncio.CancelledError):
            await forgetting


async def lift_limits(settings: Settings) -> None:
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
