"""How long it takes to find free times, and that it does not grow with history.

    python -m bench.availability [--staff 1,10,50] [--appointments 0,10000,1000000] [--looks 200] [--seconds 5]

In the process: the computing apart from waiting for PostgreSQL and Redis, for a day, a month and 62 days. Over HTTP: requests a
second for the first page of 50 times of a month, with ``/health/live`` (which only answers) as the baseline.
"""

import argparse
import gc
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

import uvloop
from rich.progress import Progress
from sqlalchemy import text

from bench.big_salon import BigSalon, big_salon
from bench.machine import machine, p50_p99, quantile
from bench.serving import http_client, requests_per_second, serving_api
from bench.statements import watched
from booking_core.audit import Actor
from booking_core.availability import Question
from booking_core.clock import SystemClock
from booking_core.core import BookingCore
from booking_core.database import migrate
from booking_core.wall_clock import day_around
from web.dependencies import House
from web.embedded import embedded_servers_blocking
from web.settings import Settings

SPANS = {"a day": 1, "a month": 30, "62 days": 62}
ACTOR = Actor(door="api", id="bench")
Timing = dict[str, list[float]]


async def main(
    staff: list[int], appointments: list[int], looks: int, seconds: float, given: Settings
) -> None:
    house = House(given)
    today = day_around(SystemClock().now(), "Europe/Berlin")[0]
    print(machine(given.database_url))
    print(
        f"{'staff':>5} {'appointments':>12} {'span':>8} {'compute ms p50':>15} {'p99':>8} {'SQL ms p50':>11} {'p99':>8} {'to history':>11}"
    )
    salons: dict[tuple[int, int], BigSalon] = {}
    with Progress(transient=True) as progress:
        task = progress.add_task("salons", total=len(staff) * len(appointments))
        for people in staff:
            baseline: dict[str, float] = {}
            for many in appointments:
                async with house.core.sessions() as session, session.begin():
                    salons[people, many] = await big_salon(session, people, many, today)
                await analyzed(house.core)
                for name, days in SPANS.items():
                    timing = await looked(house.core, salons[people, many], today, days, looks)
                    total = quantile(
                        [sum(both) for both in zip(timing["compute"], timing["sql"], strict=True)], 50
                    )
                    if many == 10_000:
                        baseline[name] = total
                    ratio = f"{total / baseline[name]:10.2f}x" if name in baseline else f"{'-':>11}"
                    progress.console.print(
                        f"{people:5} {salons[people, many].appointments:12,} {name:>8} {p50_p99(timing['compute']):>24} "
                        f"{p50_p99(timing['sql']):>20} {ratio}",
                        soft_wrap=True,
                    )
                progress.advance(task)
    await house.close()
    await over_http(given, salons, today, seconds)


async def analyzed(core: BookingCore) -> None:
    """As PostgreSQL's own housekeeping would have done some minutes after so many rows came in."""
    async with core.engine.connect() as connection:
        outside = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await outside.execute(text("SET statement_timeout = 0"))
        await outside.execute(text("VACUUM ANALYZE"))
        await outside.execute(text("RESET statement_timeout"))


async def looked(core: BookingCore, big: BigSalon, today: datetime, days: int, looks: int) -> Timing:
    """Seconds in the process and in SQL of each look, one at a time."""
    question = Question(big.service_id, today, today + timedelta(days=days))
    timing: Timing = {"compute": [], "sql": []}
    gc.collect()
    for _ in range(looks):
        with watched(core.engine) as ran:
            begun, worked = time.perf_counter(), time.process_time()
            await core.visit(
                big.salon.organization_id, ACTOR, lambda desk: desk.availability(question, limit=50)
            )
            took, worked = time.perf_counter() - begun, time.process_time() - worked
        sql = sum(one.seconds for one in ran)
        # Driver and event loop count as computing: it is the processor's time of this whole process.
        timing["compute"].append(min(worked, took))
        timing["sql"].append(sql)
    return timing


async def over_http(
    given: Settings, salons: dict[tuple[int, int], BigSalon], today: datetime, seconds: float
) -> None:
    print(
        f"\nOver HTTP, first page of 50 times of a month, {seconds:.0f} s each, server and callers on the same cores"
    )
    async with serving_api(given) as server:
        idle = await requests_per_second(server, "/health/live", "", seconds)
        print(f"  /health/live (baseline)              {idle:8.0f} requests/s")
        for (people, _), big in salons.items():
            token = await http_client(server, big.salon.organization_id)
            query = {
                "service_id": big.service_id,
                "from": f"{today + timedelta(hours=12):%Y-%m-%d}",
                "to": f"{today + timedelta(days=29, hours=12):%Y-%m-%d}",
                "limit": "50",
            }
            path = f"/api/v1/availability?{urlencode(query)}"
            rate = await requests_per_second(server, path, token, seconds)
            print(
                f"  {people:3} staff, {big.appointments:9,} appointments     {rate:8.0f} requests/s  {rate / idle:5.2f} of the baseline"
            )


def numbers(text_: str) -> list[int]:
    return [int(part) for part in text_.split(",")]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--staff", type=numbers, default=[1, 10, 50])
    parser.add_argument("--appointments", type=numbers, default=[0, 10_000, 1_000_000])
    parser.add_argument("--looks", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=5)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory, embedded_servers_blocking(Path(directory)) as servers:
        migrate(servers.database_url)
        settings = Settings(
            database_url=servers.database_url, redis_url=servers.redis_url, secret_key="x" * 40
        )
        uvloop.run(main(chosen.staff, chosen.appointments, chosen.looks, chosen.seconds, settings))
