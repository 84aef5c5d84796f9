"""PostgreSQL is stopped at once, as in a power cut, and its connections are ended: what was told is still
there."""

import asyncio
import os
import signal
from time import monotonic

import psycopg

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.attack.outages.customers import go_on
from tests.attack.outages.told import Told, must_have_been_true
from web.embedded import EmbeddedServers

CUSTOMERS = 8
END_ALL = """
SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND random() < 0.7
"""


async def test_what_was_answered_survives_an_immediate_stop(
    core: BookingCore, servers: EmbeddedServers, salon: DemoSalon, size: Sized, figures: Figures, full: bool
) -> None:
    restarts, told, slowest = size(30, 2), Told(), 0.0
    pause = 2.0 if full else 0.7
    stop = asyncio.Event()
    customers = [asyncio.create_task(until_stopped(core, salon, told, stop)) for _ in range(CUSTOMERS)]
    for _ in figures.each(range(restarts)):
        await asyncio.sleep(pause)
        slowest = max(slowest, await stopped_and_back(servers))
    stop.set()
    await asyncio.gather(*customers)
    figures.note(
        restarts=restarts, slowest_s=round(slowest, 1), **await must_have_been_true(core, salon, told)
    )
    assert told.versions


async def test_ended_connections_are_only_a_moment_of_waiting(
    core: BookingCore, servers: EmbeddedServers, salon: DemoSalon, size: Sized, figures: Figures
) -> None:
    rounds, told, ended = size(60, 6), Told(), 0
    stop = asyncio.Event()
    customers = [asyncio.create_task(until_stopped(core, salon, told, stop)) for _ in range(CUSTOMERS)]
    for _ in figures.each(range(rounds)):
        await asyncio.sleep(0.2)
        ended += await asyncio.to_thread(end_connections, servers.database_url)
    stop.set()
    await asyncio.gather(*customers)
    figures.note(rounds=rounds, ended=ended, **await must_have_been_true(core, salon, told))
    assert ended > 0
    assert told.versions


async def until_stopped(core: BookingCore, salon: DemoSalon, told: Told, stop: asyncio.Event) -> None:
    while not stop.is_set():
        await go_on(core, salon, told, monotonic() + 0.2)


async def stopped_and_back(servers: EmbeddedServers) -> float:
    """Seconds from the stop until it answers again. SIGQUIT is PostgreSQL's immediate shutdown: no
    checkpoint, no goodbye."""
    began, last = monotonic(), servers.postgres.pid
    if last:
        os.kill(last, signal.SIGQUIT)
    while monotonic() < began + 60:
        await asyncio.sleep(0.05)
        if servers.postgres.pid != last and await asyncio.to_thread(answers, servers.database_url):
            return monotonic() - began
    raise TimeoutError("PostgreSQL did not come back.")


def answers(url: str) -> bool:
    try:
        with psycopg.connect(url, connect_timeout=2) as connection:
            return connection.execute("SELECT 1").fetchone() == (1,)
    except psycopg.OperationalError:
        return False


def end_connections(url: str) -> int:
    with psycopg.connect(url, autocommit=True) as connection:
        row = connection.execute(END_ALL).fetchone()
        return row[0] if row else 0
