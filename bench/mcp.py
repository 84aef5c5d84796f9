"""Free times by MCP beside the same look over HTTP, from one process, in one run.

    python -m bench.mcp [--staff 10] [--appointments 10000] [--seconds 5] [--write]

The first page of 12 times of a month. The baseline is ``GET /availability``; what MCP costs more is its
envelope and its checks.
"""

from datetime import timedelta

import msgspec
import uvloop
from sqlalchemy.ext.asyncio import async_sessionmaker

from bench.availability import make
from bench.big_salon import BigSalon
from bench.command import command, own_servers
from bench.machine import machine
from bench.over_http import a_month
from bench.report import shown, table
from bench.serving import Rate, Server, http_client, requests_per_second, serving_api
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.settings.settings import write_setting
from booking_core.storage.database import open_engine
from booking_core.time.clock import SystemClock
from booking_core.time.wall_clock import day_around
from web.context import AppContext
from web.settings import Settings

MODERN = "2026-07-28"
LIMIT, WARM_UP_S = 12, 1.0
HTTP, MCP = "GET /availability", "get_availability by MCP"
HEAD = ("call", "a second", "of HTTP", "p50 ms", "p99 ms", "server ms", "PostgreSQL ms", "Redis ms")


async def main(people: int, appointments: int, seconds: float, given: Settings) -> dict[str, Rate]:
    today = day_around(SystemClock().now(), "Europe/Berlin")[0]
    context = AppContext(given)
    [big] = await make(context.core, [people], appointments, today)
    await context.close()
    await open_page(given, big)
    async with serving_api(given, processes=1) as server:
        token = await http_client(server, big.salon.organization_id)
        rates = {}
        path = f"/api/v1/availability?{a_month(big, today)}&limit={LIMIT}"
        for seconds_ in (WARM_UP_S, seconds):
            rates[HTTP] = await requests_per_second(server, path, token, seconds_)
        first, last = (today + timedelta(days=day, hours=12) for day in (0, 29))
        asked = {"service_id": big.service_id, "from": f"{first:%F}", "to": f"{last:%F}", "limit": LIMIT}
        for seconds_ in (WARM_UP_S, seconds):
            rates[MCP] = await by_mcp(server, big, token, seconds_, asked)
    return rates


async def open_page(settings: Settings, big: BigSalon) -> None:
    engine = open_engine(settings.database_url, pool_size=1)
    async with async_sessionmaker(engine)() as session, session.begin():
        organization = await session.get_one(Organization, big.salon.organization_id)
        write_setting(organization, "mcp.enabled", True)
    await engine.dispose()


async def by_mcp(server: Server, big: BigSalon, token: str, seconds: float, asked: dict[str, object]) -> Rate:
    meta = {
        "io.modelcontextprotocol/protocolVersion": MODERN,
        "io.modelcontextprotocol/clientCapabilities": {},
    }
    params = {"name": "get_availability", "arguments": asked, "_meta": meta}
    call = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": params}
    headers = {
        "Accept": "application/json, text/event-stream",
        "Content-Type": "application/json",
        "MCP-Protocol-Version": MODERN,
        "Mcp-Method": "tools/call",
        "Mcp-Name": "get_availability",
    }
    path = f"/o/{big.salon.organization_id}/mcp"
    return await requests_per_second(server, path, token, seconds, msgspec.json.encode(call), **headers)


def tell(rates: dict[str, Rate], machine_: str) -> list[str]:
    rows = [
        (
            name,
            f"{rate.per_second:.0f}",
            f"{rate.per_second / rates[HTTP].per_second:.2f}",
            f"{rate.p50_ms:.1f}",
            f"{rate.p99_ms:.1f}",
            f"{rate.effort.server:.2f}",
            f"{rate.effort.postgresql:.2f}",
            f"{rate.effort.redis:.2f}",
        )
        for name, rate in rates.items()
    ]
    return [f"{machine_}; one process of `zimun serve`, 16 callers", "", *table(HEAD, rows)]


if __name__ == "__main__":
    parser = command(__doc__)
    parser.add_argument("--staff", type=int, default=10)
    parser.add_argument("--appointments", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=5)
    chosen = parser.parse_args()
    with own_servers() as settings:
        measured = uvloop.run(main(chosen.staff, chosen.appointments, chosen.seconds, settings))
        shown("mcp", tell(measured, machine(settings.database_url)), write=chosen.write)
