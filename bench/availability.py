"""How long it takes to find free times, and that it does not grow with history.

    python -m bench.availability [--staff 1,10,50] [--appointments 0,10000,1000000] [--looks 100] [--write]

In the process, apart from waiting for PostgreSQL: a day, a month and 62 days, the first page of 50 times and
all of them. The baseline is the same look with 10,000 appointments, in the same database.
"""

import gc
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import product

import uvloop
from msgspec import Struct
from rich.progress import Progress
from sqlalchemy import text

from bench.big_salon import BigSalon, big_salons
from bench.command import command, own_servers
from bench.machine import machine, quantile
from bench.report import bars, shown, table
from bench.statements import watch
from booking_core.availability.slots import Question
from booking_core.core import BookingCore
from booking_core.storage.audit import Actor
from booking_core.time.clock import SystemClock
from booking_core.time.wall_clock import day_around
from web.context import AppContext
from web.settings import Settings

SPANS = {"a day": 1, "a month": 30, "62 days": 62}
# The first page of the API, and more starts than there are.
PAGES = {"50": 50, "all": 100_000}
HEAD = (
    "people, appointments",
    "span",
    "times",
    "compute ms p50",
    "p99",
    "SQL ms p50",
    "p99",
    "statements",
    "to 10,000",
)
ACTOR = Actor(door="api", id="bench")
BASELINE = 10_000
SUNDAY = 6


class Looks(Struct, frozen=True):
    """Seconds of each look, one at a time: what the processor did, and what PostgreSQL was waited for."""

    compute: list[float]
    sql: list[float]
    statements: int

    @property
    def total(self) -> float:
        return quantile([sum(both) for both in zip(self.compute, self.sql, strict=True)], 50)


async def main(
    staff: list[int], appointments: list[int], looks: int, given: Settings
) -> dict[tuple[int, int, str, str], Looks]:
    context = AppContext(given)
    today = day_around(SystemClock().now(), "Europe/Berlin")[0]
    # From tomorrow on; a day that is closed would only show how it looks for the next one.
    tomorrow = today + timedelta(days=2 if (today + timedelta(hours=36)).weekday() == SUNDAY else 1)
    # All are there before the first is looked at, and sizes come right after each other: they differ in their
    # history, in nothing else.
    salons = await fill(context.core, staff, appointments, today)
    looked_for = list(product(staff, SPANS, PAGES, appointments))
    found: dict[tuple[int, int, str, str], Looks] = {}
    with Progress(transient=True) as progress:
        for people, span, page, many in progress.track(looked_for, description="looking"):
            big = salons[people, many]
            found[people, many, span, page] = await look(
                context.core, big, tomorrow, SPANS[span], PAGES[page], looks
            )
    await context.close()
    return dict(sorted(found.items(), key=lambda one: one[0][:2]))


async def fill(
    core: BookingCore, staff: list[int], appointments: list[int], today: datetime
) -> dict[tuple[int, int], BigSalon]:
    """The salons by their people and their appointments."""
    salons: dict[tuple[int, int], BigSalon] = {}
    with Progress(transient=True) as progress:
        for many in progress.track(appointments, description="filling"):
            for people, big in zip(staff, await make(core, staff, many, today), strict=True):
                salons[people, many] = big
    return salons


async def make(
    core: BookingCore, people: Sequence[int], appointments: int, today: datetime
) -> list[BigSalon]:
    async with core.sessions() as session, session.begin():
        salons = await big_salons(session, people, appointments, today)
    await analyze(core)
    return salons


async def analyze(core: BookingCore) -> None:
    """As PostgreSQL's own housekeeping would have done some minutes after so many rows came in."""
    async with core.engine.connect() as connection:
        outside = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await outside.execute(text("SET statement_timeout = 0"))
        await outside.execute(text("VACUUM ANALYZE"))
        # Else the disk is still being written to while the first salon is looked at.
        await outside.execute(text("CHECKPOINT"))
        await outside.execute(text("RESET statement_timeout"))


async def look(core: BookingCore, big: BigSalon, start: datetime, days: int, page: int, looks: int) -> Looks:
    question = Question(big.service_id, start, start + timedelta(days=days))
    compute, sql, statements = [], [], 0
    gc.collect()
    # The first ten fill what a process keeps in hand, and let PostgreSQL prepare its statements.
    for number in range(-10, looks):
        with watch(core.reads) as ran:
            begun, worked = time.perf_counter(), time.process_time()
            await core.read_only(
                big.salon.organization_id, ACTOR, lambda desk: desk.availability(question, limit=page)
            )
            took, worked = time.perf_counter() - begun, time.process_time() - worked
        if number >= 0:
            # Driver and event loop count as computing: it is the processor's time of this whole process.
            compute.append(min(worked, took))
            sql.append(sum(one.seconds for one in ran))
            statements = len(ran)
    return Looks(compute, sql, statements)


def tell(found: dict[tuple[int, int, str, str], Looks], machine_: str) -> list[str]:
    rows = []
    for (people, many, span, page), looks in found.items():
        base = found.get((people, BASELINE, span, page))
        rows.append(
            (
                f"{people}, {many:,}",
                span,
                page,
                *(f"{quantile(looks.compute, percent) * 1000:.2f}" for percent in (50, 99)),
                *(f"{quantile(looks.sql, percent) * 1000:.2f}" for percent in (50, 99)),
                looks.statements,
                f"{looks.total / base.total:.2f}" if base else "-",
            )
        )
    return [machine_, "", *table(HEAD, rows)]


def draw(found: dict[tuple[int, int, str, str], Looks]) -> str:
    values = [
        (f"{people} people, {many:,} appointments", looks.total * 1000)
        for (people, many, span, page), looks in found.items()
        if (span, page) == ("a month", "50")
    ]
    return bars("availability", "First 50 times of a month, computing and SQL, p50", values, "ms")


def numbers(text_: str) -> list[int]:
    return [int(part) for part in text_.split(",")]


if __name__ == "__main__":
    parser = command(__doc__)
    parser.add_argument("--staff", type=numbers, default=[1, 10, 50])
    parser.add_argument("--appointments", type=numbers, default=[0, 10_000, 1_000_000])
    parser.add_argument("--looks", type=int, default=100)
    chosen = parser.parse_args()
    with own_servers() as settings:
        timed = uvloop.run(main(chosen.staff, chosen.appointments, chosen.looks, settings))
        lines = tell(timed, machine(settings.database_url))
        shown("availability", [*lines, "", draw(timed)] if chosen.write else lines, write=chosen.write)
