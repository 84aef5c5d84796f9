"""PostgreSQL is away in every way it can be: no door says 500, none lets anybody wait, readiness tells the
truth, and all is well soon after."""

import asyncio
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import Any

import psycopg
import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon, demo_salon
from booking_core.time.clock import FrozenClock
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.attack.outages.doors.open_doors import (
    WELL,
    begin,
    customer_is_answered,
    house,
    must_be_honest,
    well_again,
)
from tests.attack.outages.proxy import Faults
from tests.attack.outages.test_dying_postgres import answers
from web.embedded import EmbeddedServers
from web.server.health import GOOD_FOR_S

END_ALL = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> "
    "pg_backend_pid()"
)


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
async def named_salon(core: BookingCore) -> DemoSalon:
    """Under the demo's own name, so that its website is served too."""
    async with core.sessions() as session, session.begin():
        return await demo_salon(session)


def admin(url: str) -> psycopg.Connection[Any]:
    return psycopg.connect(url, autocommit=True, options="-c default_transaction_read_only=off")


@contextmanager
def read_only(servers: EmbeddedServers) -> Iterator[None]:
    with admin(servers.database_url) as connection:
        connection.execute("ALTER SYSTEM SET default_transaction_read_only = on")
        connection.execute("SELECT pg_reload_conf()")
        try:
            yield
        finally:
            connection.execute("ALTER SYSTEM RESET default_transaction_read_only")
            connection.execute("SELECT pg_reload_conf()")


@contextmanager
def crowd(servers: EmbeddedServers) -> Iterator[None]:
    """Everybody is thrown out, and every place is taken by somebody else."""
    taken: list[psycopg.Connection[Any]] = [admin(servers.database_url)]
    try:
        for _ in range(3):
            taken[0].execute(END_ALL if len(taken) == 1 else "SELECT 1")
            with suppress(psycopg.OperationalError):
                while True:
                    taken.append(psycopg.connect(servers.database_url, connect_timeout=2))
        yield
    finally:
        for one in taken:
            one.close()


@contextmanager
def silent(faults: Faults) -> Iterator[None]:
    faults.silent = True
    yield
    faults.silent = False


@contextmanager
def silent_in_the_middle(faults: Faults) -> Iterator[None]:
    faults.answers_lost = True
    yield
    faults.answers_lost = False


async def test_every_door_is_honest_while_postgresql_is_away(
    servers: EmbeddedServers,
    core: BookingCore,
    named_salon: DemoSalon,
    faults: Faults,
    clock: FrozenClock,
    figures: Figures,
    full: bool,
    size: Sized,
) -> None:
    """One way after the other, so that each begins with what the one before has left."""
    ways: dict[str, Callable[[], AbstractContextManager[None]]] = {
        "read_only": lambda: read_only(servers),
        "silent": lambda: silent(faults),
        "silent_in_the_middle": lambda: silent_in_the_middle(faults),
        "crowded": lambda: crowd(servers),
    }
    chosen = ways if full else {name: ways[name] for name in ("read_only", "silent")}
    async with house(servers, core, named_salon, faults, clock) as doors:
        asked, page, stream = await begin(doors, figures)
        for way, away in chosen.items():
            with away():
                # What readiness found before is good for as long.
                await asyncio.sleep(GOOD_FOR_S)
                for number in range(size(3, 1)):
                    must_be_honest(await asked.asked(f"{way}_{number}"), ready="away")
                    await asyncio.sleep(size(5, 0))
            await well_again(doors, figures, way)
            await customer_is_answered(doors, page, figures, way)
            await stream.hears_of_the_answer()
        figures.note(stream_broken=stream.broken)


async def test_every_door_is_honest_while_postgresql_starts_again(
    servers: EmbeddedServers,
    core: BookingCore,
    named_salon: DemoSalon,
    faults: Faults,
    clock: FrozenClock,
    figures: Figures,
    size: Sized,
) -> None:
    async with house(servers, core, named_salon, faults, clock) as doors:
        asked, page, stream = await begin(doors, figures)
        for how in (signal.SIGINT, signal.SIGQUIT)[: size(2, 1)]:
            # Nobody asks anything meanwhile: every connection that was left over is stale, and none is known
            # to be.
            await stop_and_wait(servers, how)
            await well_again(doors, figures, f"{how.name}_unnoticed")
            stopping = asyncio.create_task(stop_and_wait(servers, how))
            while not stopping.done():
                found = await asked.asked(f"{how.name}_meanwhile")
                must_be_honest(found, ready=found[f"GET {WELL}"])
            await stopping
            await well_again(doors, figures, how.name)
            await customer_is_answered(doors, page, figures, how.name)
            await stream.hears_of_the_answer()


async def stop_and_wait(servers: EmbeddedServers, how: signal.Signals) -> None:
    last = servers.postgres.pid
    os.kill(last, how)
    async with asyncio.timeout(60):
        while servers.postgres.pid == last or not await asyncio.to_thread(answers, servers.database_url):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
