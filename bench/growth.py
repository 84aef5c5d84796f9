"""What every page, call and nightly job costs as one organization grows: at a thousandth, a tenth and the
whole of its size.

    python -m bench.growth [--size 0.01] [--looks 40] [--only search] [--write]

The whole is 100,000 conversations with a million messages and 2.7 million steps, 100,000 appointments and
20,000 customers. Each size has a database of its own on one PostgreSQL; each look goes through the
application in this process, the sizes in turn. A thing to be looked at is one line of ``bench.looks``.
Statements are counted at the driver, BEGIN and COMMIT not among them.
"""

import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from typing import Any

import psycopg
import uvloop
from msgspec import Struct, field
from rich.progress import Progress

from bench.command import command, own_servers
from bench.looks import JOBS, LOOKS, Look
from bench.machine import machine, quantile
from bench.report import shown, table
from bench.stage import WHOLE, NotAnswered, Stage, set_up_stage
from booking_core.core import BookingCore
from web.settings import Settings

SIZES = (0.001, 0.1, 1.0)
WARMING_UP = 5
HEAD = ("", "statements", "p50 ms", "p95 ms")


class Found(Struct):
    """Seconds of each look at one size, those that were not answered among them."""

    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    statements: int = 0

    def ms(self, percent: int) -> float:
        return quantile(self.seconds, percent) * 1000


async def main(sizes: list[float], looks: int, only: str, settings: Settings) -> list[str]:
    async with AsyncExitStack() as stack:
        stages = {}
        for size in sizes:
            begun = time.perf_counter()
            stages[size] = await set_up_stage(stack, size, settings)
            print(f"{size * WHOLE:,.0f} conversations in {time.perf_counter() - begun:.0f} s")
        with Progress(transient=True) as progress:
            wanted = [one for one in LOOKS if only in one.name]
            found = {
                one.name: await measure_looks(one, stages, looks)
                for one in progress.track(wanted, description="looking")
            }
        jobs = {}
        for name, job in JOBS.items():
            if only in name:
                jobs[name] = {size: await do(stage, job) for size, stage in stages.items()}
    return tell(found, jobs, sizes, machine(settings.database_url))


async def measure_looks(look: Look, stages: dict[float, Stage], looks: int) -> dict[float, Found]:
    """The sizes in turn: whatever else the machine does meets all of them."""
    found = {size: Found() for size in stages}
    for number in range(-WARMING_UP, looks):
        for size, stage in stages.items():
            given = () if look.before is None else (await look.before(stage),)
            with send() as statements:
                begun = time.perf_counter()
                try:
                    await look.does(stage, *given)
                except NotAnswered as refused:
                    found[size].failures.append(str(refused))
                took = time.perf_counter() - begun
            if number >= 0:
                found[size].seconds.append(took)
                found[size].statements = len(statements)
    return found


async def do(stage: Stage, job: Callable[[BookingCore], Awaitable[Any]]) -> str:
    begun = time.perf_counter()
    try:
        removed = await job(stage.own.core)
    except Exception as error:
        return f"failed after {time.perf_counter() - begun:.1f} s: {type(error).__name__}"
    what = ", ".join(f"{number:,} {name}" for name, number in removed.items() if number)
    return f"{time.perf_counter() - begun:.2f} s: {what or 'nothing'}"


@contextmanager
def send() -> Iterator[list[str]]:
    """Every statement that goes to PostgreSQL through the driver inside the block, whoever sends it."""
    statements: list[str] = []
    execute = psycopg.AsyncCursor.execute

    async def count(cursor: Any, query: Any, *given: Any, **more: Any) -> Any:
        statements.append(str(query))
        return await execute(cursor, query, *given, **more)

    psycopg.AsyncCursor.execute = count  # type: ignore[method-assign]
    try:
        yield statements
    finally:
        psycopg.AsyncCursor.execute = execute  # type: ignore[method-assign]


def tell(
    found: dict[str, dict[float, Found]], jobs: dict[str, dict[float, str]], sizes: list[float], where: str
) -> list[str]:
    names = [f"{size * WHOLE:,.0f}" for size in sizes]
    head = [
        "",
        "statements",
        *(f"{name} p50 ms" for name in names),
        *(f"{name} p95" for name in names),
        "ratio",
    ]
    rows = []
    for name, by_size in found.items():
        each = [by_size[size] for size in sizes]
        medians, tails = ([f"{one.ms(percent):.1f}" for one in each] for percent in (50, 95))
        rows.append((name, each[-1].statements, *medians, *tails, f"{each[-1].ms(50) / each[0].ms(50):.2f}"))
    nights = [(name, *(by_size[size] for size in sizes)) for name, by_size in jobs.items()]
    lines = [where, "", *table(head, rows)]
    for name, by_size in found.items():
        for size, one in by_size.items():
            if one.failures:
                lines += [
                    "",
                    f"{name}, {size * WHOLE:,.0f}: {len(one.failures)} failed, {one.failures[0][:200]}",
                ]
    return [*lines, "", *table(["", *names], nights)] if nights else lines


if __name__ == "__main__":
    parser = command(__doc__)
    parser.add_argument("--size", type=float, default=1.0, help="the largest size, as a share of the whole")
    parser.add_argument("--looks", type=int, default=40)
    parser.add_argument("--only", default="", help="only what has this in its name")
    chosen = parser.parse_args()
    looked_at = [*(size for size in SIZES if size < chosen.size), chosen.size]
    with own_servers() as settings:
        lines = uvloop.run(main(looked_at, chosen.looks, chosen.only, settings))
        shown("growth", lines, write=chosen.write)
