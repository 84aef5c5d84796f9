"""Holds and confirms a second, beside PostgreSQL alone doing the very same statements.

    python -m bench.booking [--bookings 2000] [--callers 8] [--processes 2] [--staff 50] [--write]

Three copies of one database on one server. In the first every hold and confirm is done once and its
statements are written down with their values. In the second the core does the same again, by as many callers
at once, dealt out to processes as the requests of a website are. In the third pgbench runs what was written
down, one transaction each, by as many clients: the baseline. Job rows that go in beside SQLAlchemy are not in
it. What the processor did is told apart, for the rest of the time.
"""

import asyncio
from collections.abc import Callable, Sequence
from datetime import timedelta

import psycopg
import uvloop
from msgspec import Struct
from redis.asyncio import Redis
from rich.progress import Progress

from bench.big_salon import BigSalon, big_salons
from bench.callers import Copy, Share, in_processes
from bench.command import command, own_servers
from bench.copies import copies, pgbench
from bench.machine import machine
from bench.processor import Effort, effort
from bench.report import bars, shown, table
from bench.statements import Ran, watch
from booking_core.holds.request import HoldRequest
from booking_core.time.clock import SystemClock
from booking_core.time.wall_clock import day_around
from web.context import AppContext
from web.settings import Settings

HEAD = (
    "deed",
    "a second",
    "pgbench",
    "ratio",
    "statements",
    "Python ms",
    "PostgreSQL ms",
    "Redis ms",
    "PostgreSQL under pgbench ms",
)


class Done(Struct, frozen=True):
    """One deed, so many times: how long all of it took, ours and pgbench's, and what the processor did for
    each."""

    times: int
    seconds: float
    bare_seconds: float
    statements: int
    effort: Effort
    bare_effort: Effort

    @property
    def ratio(self) -> float:
        return self.bare_seconds / self.seconds


async def main(
    bookings: int, callers: int, processes: int, staff: int, settings: Settings
) -> dict[str, Done]:
    big = await prepare(settings, staff)
    asks = wishes(big, bookings)
    urls = copies(settings.database_url, 3)
    owner = big.salon.organization_id
    with Progress(transient=True) as progress:
        task = progress.add_task("written down, by one caller", total=len(asks))
        holds_sql, confirms_sql = await written_down(
            Copy(urls[0], settings.redis_url), owner, asks, lambda: progress.advance(task)
        )
    await empty(settings.redis_url)
    numbered = list(enumerate(asks))
    shares = [
        Share(urls[1], settings.redis_url, owner, numbered[one::processes], callers // processes)
        for one in range(processes)
    ]
    at_once = await asyncio.to_thread(in_processes, shares, settings)
    done = {}
    for name, scripts in (("hold", holds_sql), ("confirm", confirms_sql)):
        before = effort(settings.database_url, settings.redis_url)
        bare_s = await asyncio.to_thread(pgbench, urls[2], scripts, callers)
        bare = effort(settings.database_url, settings.redis_url).since(before, len(asks))
        seconds, ours = at_once[name]
        done[name] = Done(len(asks), seconds, bare_s, len(scripts[-1]), ours, bare)
    return done


async def empty(redis_url: str) -> None:
    redis = Redis.from_url(redis_url)
    await redis.flushall()
    await redis.aclose()


async def prepare(settings: Settings, staff: int) -> BigSalon:
    context = AppContext(settings)
    today = day_around(SystemClock().now(), "Europe/Berlin")[0]
    async with context.core.sessions() as session, session.begin():
        [big] = await big_salons(session, [staff], 0, today)
    await context.close()
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


async def written_down(
    copy: Copy, owner: str, asks: Sequence[HoldRequest], advance: Callable[[], None]
) -> tuple[list[list[str]], list[list[str]]]:
    """The statements of each hold and of each confirm, with their values in them."""
    holds: list[list[str]] = []
    confirms: list[list[str]] = []
    with psycopg.connect(copy.url, cursor_factory=psycopg.ClientCursor) as connection:
        cursor = psycopg.ClientCursor(connection)
        for number, ask in enumerate(asks):
            with watch(copy.engine) as ran:
                hold_id = await copy.hold(owner, ask)
            holds.append([literal(cursor, one) for one in ran])
            with watch(copy.engine) as ran:
                await copy.confirm(owner, hold_id, number)
            confirms.append([literal(cursor, one) for one in ran])
            advance()
    await copy.close()
    return holds, confirms


def literal(cursor: "psycopg.ClientCursor[tuple[object, ...]]", ran: Ran) -> str:
    return cursor.mogrify(ran.sql.encode(), ran.parameters)


def tell(done: dict[str, Done], head: str) -> list[str]:
    rows = [
        (
            name,
            f"{one.times / one.seconds:.0f}",
            f"{one.times / one.bare_seconds:.0f}",
            f"{one.ratio:.2f}",
            one.statements,
            f"{one.effort.server:.2f}",
            f"{one.effort.postgresql:.2f}",
            f"{one.effort.redis:.2f}",
            f"{one.bare_effort.postgresql:.2f}",
        )
        for name, one in done.items()
    ]
    return [head, "", *table(HEAD, rows)]


def draw(done: dict[str, Done]) -> str:
    values = [
        pair
        for name, one in done.items()
        for pair in (
            (f"{name}, the core", one.times / one.seconds),
            (f"{name}, pgbench", one.times / one.bare_seconds),
        )
    ]
    return bars("booking", "Holds and confirms a second", values, "/s")


if __name__ == "__main__":
    parser = command(__doc__)
    parser.add_argument("--bookings", type=int, default=2000)
    parser.add_argument("--callers", type=int, default=8)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--staff", type=int, default=50)
    chosen = parser.parse_args()
    with own_servers() as settings:
        measured = uvloop.run(main(chosen.bookings, chosen.callers, chosen.processes, chosen.staff, settings))
        lines = tell(
            measured,
            f"{machine(settings.database_url)}; {chosen.bookings} bookings, {chosen.callers} callers "
            f"in {chosen.processes} processes, as many clients of pgbench",
        )
        shown("booking", [*lines, "", draw(measured)] if chosen.write else lines, write=chosen.write)
