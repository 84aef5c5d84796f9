"""Free times over HTTP: requests a second, and what of the processor each of them takes.

    python -m bench.over_http [--staff 10] [--appointments 10000] [--seconds 5] [--processes 2] [--write]

The first page of 50 times of a month, asked by 16 callers of as many processes of `zimun serve`. The baseline
is ``/health/live``, which only answers. Callers, PostgreSQL and Redis run on the same cores; the processor's
time of each is told apart.
"""

from datetime import datetime, timedelta
from urllib.parse import urlencode

import uvloop
from rich.progress import Progress

from bench.availability import make
from bench.big_salon import BigSalon
from bench.command import command, own_servers
from bench.machine import machine
from bench.report import bars, shown, table
from bench.serving import Rate, http_client, requests_per_second, serving_api
from booking_core.time.clock import SystemClock
from booking_core.time.wall_clock import day_around
from web.context import AppContext
from web.settings import Settings

HEAD = (
    "request",
    "a second",
    "of baseline",
    "server ms",
    "PostgreSQL ms",
    "Redis ms",
    "together ms",
    "callers ms",
)
BASELINE, WARM_UP_S = "/health/live", 1.0


async def main(
    people: int, appointments: int, seconds: float, processes: int, given: Settings
) -> dict[str, Rate]:
    today = day_around(SystemClock().now(), "Europe/Berlin")[0]
    context = AppContext(given)
    [big] = await make(context.core, [people], appointments, today)
    await context.close()
    paths = {
        BASELINE: BASELINE,
        "GET /services": "/api/v1/services",
        "GET /availability, 50 of a month": f"/api/v1/availability?{a_month(big, today)}",
        "GET /availability, 500 of a month": f"/api/v1/availability?{a_month(big, today)}&limit=500",
        "GET /availability, a day": f"/api/v1/availability?{a_day(big, today)}",
    }
    rates = {}
    async with serving_api(given, processes) as server:
        token = await http_client(server, big.salon.organization_id)
        with Progress(transient=True) as progress:
            for name, path in progress.track(paths.items(), description="asking"):
                await requests_per_second(server, path, token, WARM_UP_S)
                rates[name] = await requests_per_second(server, path, token, seconds)
    return rates


def a_month(big: BigSalon, today: datetime) -> str:
    first, last = (today + timedelta(days=day, hours=12) for day in (0, 29))
    return urlencode({"service_id": big.service_id, "from": f"{first:%F}", "to": f"{last:%F}"})


def a_day(big: BigSalon, today: datetime) -> str:
    return urlencode({"service_id": big.service_id, "date": f"{today + timedelta(days=3, hours=12):%F}"})


def tell(rates: dict[str, Rate], machine_: str, processes: int) -> list[str]:
    idle = rates[BASELINE].per_second
    rows = [
        (
            name,
            f"{rate.per_second:.0f}",
            f"{rate.per_second / idle:.2f}",
            f"{rate.effort.server:.2f}",
            f"{rate.effort.postgresql:.2f}",
            f"{rate.effort.redis:.2f}",
            f"{rate.effort.service:.2f}",
            f"{rate.effort.callers:.2f}",
        )
        for name, rate in rates.items()
    ]
    return [f"{machine_}; {processes} processes of `zimun serve`", "", *table(HEAD, rows)]


def draw(rates: dict[str, Rate]) -> str:
    values = [(name, rate.effort.service) for name, rate in rates.items()]
    return bars(
        "over_http", "Processor's time of one request: server, PostgreSQL and Redis together", values, "ms"
    )


if __name__ == "__main__":
    parser = command(__doc__)
    parser.add_argument("--staff", type=int, default=10)
    parser.add_argument("--appointments", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--processes", type=int, default=2)
    chosen = parser.parse_args()
    with own_servers() as settings:
        measured = uvloop.run(
            main(chosen.staff, chosen.appointments, chosen.seconds, chosen.processes, settings)
        )
        lines = tell(measured, machine(settings.database_url), chosen.processes)
        shown("over_http", [*lines, "", draw(measured)] if chosen.write else lines, write=chosen.write)
