"""Beside django-appointment, which books as well: a day of one person's free times, and one time that forty
customers want.

    python -m bench.beside [--history 10000] [--looks 100] [--customers 40] [--write]

Both on one PostgreSQL server, in databases of their own, in one run. django-appointment is installed from
PyPI into an environment that is thrown away. Its customers go through its pages with Django's test client;
ours hold and confirm at the desk. Free times are asked of the function behind the page, and of the desk.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
import venv
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import uvloop
from rich.progress import Progress

from bench.availability import ACTOR, look, make
from bench.big_salon import BigSalon
from bench.command import command, own_servers
from bench.machine import machine, quantile
from bench.report import shown, table
from booking_core.availability.slots import Question
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.errors import Refusal
from booking_core.holds.request import HoldRequest
from booking_core.storage.audit import Actor
from booking_core.time.clock import SystemClock
from booking_core.time.wall_clock import day_around
from web.context import AppContext
from web.settings import Settings

THEIRS = ("django-appointment==3.12.0", "psycopg[binary]==3.3.9")
HEAD = ("", "compute ms", "with SQL ms", "statements", "appointments of one time", "seconds")


def main(history: int, looks: int, customers: int, settings: Settings) -> list[str]:
    today = day_around(SystemClock().now(), "Europe/Berlin")[0]
    day = next(one for one in (today + timedelta(days=number) for number in (3, 4)) if _is_open(one))
    with tempfile.TemporaryDirectory() as directory, Progress(transient=True) as progress:
        task = progress.add_task("installing django-appointment", total=3)
        python = _install(Path(directory))
        progress.update(task, description="django-appointment", advance=1)
        theirs = _ask(python, settings, day, history, looks, customers)
        progress.update(task, description="the desk", advance=1)
        ours = uvloop.run(_ours(settings, day, today, history, looks, customers))
        progress.advance(task)
    return [
        f"{machine(settings.database_url)}; {history:,} appointments, {customers} customers",
        "",
        *table(HEAD, [_row("the desk", ours), _row(THEIRS[0], theirs)]),
    ]


def _is_open(day: datetime) -> bool:
    sunday = 6
    return (day + timedelta(hours=12)).weekday() != sunday


def _install(directory: Path) -> Path:
    venv.create(directory, with_pip=True)
    python = directory / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--quiet", *THEIRS], check=True)
    return python


def _ask(
    python: Path, settings: Settings, day: datetime, history: int, looks: int, customers: int
) -> dict[str, Any]:
    base, _, _ = settings.database_url.rpartition("/")
    with psycopg.connect(f"{base}/postgres", autocommit=True) as connection:
        connection.execute("CREATE DATABASE theirs")
    told = {
        "DATABASE": f"{base}/theirs",
        "DAY": f"{day + timedelta(hours=12):%F}",
        "HISTORY": str(history),
        "LOOKS": str(looks),
        "CUSTOMERS": str(customers),
    }
    site = Path(__file__).parent / "django_site.py"
    said = subprocess.run(
        [python, site],
        env={**os.environ, **{f"BESIDE_{name}": value for name, value in told.items()}},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    answer: dict[str, Any] = json.loads(said.stdout.splitlines()[-1])
    return answer


async def _ours(
    settings: Settings, day: datetime, today: datetime, history: int, looks: int, customers: int
) -> dict[str, Any]:
    context = AppContext(settings)
    [big] = await make(context.core, [1], history, today)
    timed = await look(context.core, big, day, 1, 50, looks)
    begun = time.perf_counter()
    booked = await _storm(context.core, big, day, customers)
    took = time.perf_counter() - begun
    await context.close()
    return {
        "compute_ms": quantile(timed.compute, 50) * 1000,
        "whole_ms": timed.total * 1000,
        "statements": timed.statements,
        "booked": booked,
        "storm_s": took,
    }


async def _storm(core: BookingCore, big: BigSalon, day: datetime, customers: int) -> int:
    """How many of so many customers at once got the last free time of the day."""
    question_day = await core.read_only(
        big.salon.organization_id, ACTOR, lambda desk: desk.availability(_a_day(big, day), limit=200)
    )
    start = question_day.slots[-1].start

    async def one(number: int) -> bool:
        who = Actor(door="api", id=f"customer{number}")
        contact = ContactDetails(name="Customer", email=f"c{number}@example.com")
        ask = HoldRequest(big.service_id, start, f"storm{number}")
        try:
            hold = await core.transaction(big.salon.organization_id, who, lambda desk: desk.hold(ask))
            await core.transaction(
                big.salon.organization_id, who, lambda desk: desk.confirm(hold.id, contact)
            )
        except Refusal:
            return False
        return True

    return sum(await asyncio.gather(*(one(number) for number in range(customers))))


def _a_day(big: BigSalon, day: datetime) -> Question:
    return Question(big.service_id, day, day + timedelta(days=1))


def _row(name: str, told: dict[str, Any]) -> tuple[object, ...]:
    return (
        name,
        f"{told['compute_ms']:.2f}",
        f"{told['whole_ms']:.2f}",
        told["statements"],
        told["booked"],
        f"{told['storm_s']:.1f}",
    )


if __name__ == "__main__":
    parser = command(__doc__)
    parser.add_argument("--history", type=int, default=10_000)
    parser.add_argument("--looks", type=int, default=100)
    parser.add_argument("--customers", type=int, default=40)
    chosen = parser.parse_args()
    with own_servers() as settings:
        lines = main(chosen.history, chosen.looks, chosen.customers, settings)
        shown("beside", lines, write=chosen.write)
