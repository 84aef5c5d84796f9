"""What `zimun doctor` looks at in PostgreSQL."""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta

import psycopg
from alembic.config import Config
from alembic.script import ScriptDirectory

from agent.turns.backlog import BACKLOG, Backlog
from booking_core.storage.database import MIGRATIONS, POOL_SIZE, READING_POOL_SIZE
from booking_core.storage.schema_changes import EXTENSIONS
from booking_core.time.clock import Clock, SystemClock
from web.commands.diagnosis.finding import PATIENCE, Finding
from web.secrets.resealing import unreadable
from web.settings import Settings

# A second of a hold's ten minutes is nobody's trouble.
MOST_APART = timedelta(seconds=2)
# What one process may open: for what is booked, for looks; a worker's besides for its queues, of which each
# group and turns listen.
WEB_CONNECTIONS = POOL_SIZE + READING_POOL_SIZE
WORKER_CONNECTIONS = 22


def postgres(url: str, settings: Settings) -> Iterator[Finding]:
    advice = "Check DATABASE_URL, and that PostgreSQL runs and lets this machine in."
    try:
        with psycopg.connect(url, connect_timeout=PATIENCE) as connection:
            yield Finding(
                "PostgreSQL",
                connection.info.server_version >= 140000,
                release(connection),
                "Use 14 or newer.",
            )
            yield from extensions(connection)
            migrated = migrations(connection)
            yield migrated
            yield difference_of_clocks(connection, SystemClock())
            yield connections(connection)
            if migrated.good:
                yield from work(connection)
                yield check_websites(connection)
                yield check_seals(url, settings)
    except psycopg.OperationalError as error:
        yield Finding("PostgreSQL", False, str(error).strip(), advice)


def release(connection: psycopg.Connection[tuple[str, ...]]) -> str:
    return f"version {connection.info.server_version // 10000}, database {connection.info.dbname}"


def extensions(connection: psycopg.Connection[tuple[str, ...]]) -> Iterator[Finding]:
    known = "SELECT installed_version FROM pg_available_extensions WHERE name = %s"
    for name in EXTENSIONS:
        row = connection.execute(known, (name,)).fetchone()
        found = "not available" if row is None else "installed" if row[0] else "available"
        advice = "Install PostgreSQL's contrib package on the server."
        yield Finding(f"  {name}", row is not None, found, advice)


def migrations(connection: psycopg.Connection[tuple[str, ...]]) -> Finding:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    newest = ScriptDirectory.from_config(config).get_current_head()
    exists = connection.execute("SELECT to_regclass('alembic_version')").fetchone()
    row = (
        connection.execute("SELECT version_num FROM alembic_version").fetchone()
        if exists and exists[0]
        else None
    )
    found = row[0] if row else "none"
    return Finding("  migrations", found == newest, f"at {found}, newest is {newest}", "Run `zimun migrate`.")


def difference_of_clocks(connection: psycopg.Connection[tuple[str, ...]], clock: Clock) -> Finding:
    """Tokens, sign-ins, codes and holds run out by the clock of the process that asks: machines have to agree
    on the time."""
    before = clock.now()
    row = connection.execute("SELECT clock_timestamp()").fetchone()
    after = clock.now()
    there = datetime.fromisoformat(str(row[0])) if row else after
    # Anything between the two looks of ours may be the moment at which it was read.
    apart = max(before - there, there - after, timedelta())
    return Finding(
        "  clock",
        apart <= MOST_APART,
        f"{apart.total_seconds():.0f} s from this machine's" if apart > MOST_APART else "as this machine's",
        "Set the time of both machines by NTP.",
    )


def connections(connection: psycopg.Connection[tuple[str, ...]]) -> Finding:
    """Whether PostgreSQL has room for two web processes and two workers, and how full it is."""
    asked = (
        "SELECT current_setting('max_connections')::int - "
        "current_setting('superuser_reserved_connections')::int,"
        " (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend')"
    )
    room, used = (int(one) for one in connection.execute(asked).fetchone() or (0, 0))
    processes = max(0, room - WORKER_CONNECTIONS) // WEB_CONNECTIONS
    found = (
        f"{used} of {room} in use; room for a worker ({WORKER_CONNECTIONS}) and {processes} web processes "
        f"({WEB_CONNECTIONS} each)"
    )
    good = used < room * 0.9 and processes >= 1
    return Finding(
        "  connections", good, found, "Raise PostgreSQL's max_connections, or run fewer processes."
    )


def work(connection: psycopg.Connection[tuple[str, ...]]) -> Iterator[Finding]:
    """Whether anybody answers customers, and what was given up."""
    backlog = Backlog(*(connection.execute(BACKLOG.sql).fetchone() or (False, 0, 0, 0)))
    yield Finding(
        "Worker",
        backlog.is_worked,
        "alive" if backlog.is_worked else f"none is alive; {backlog.waiting} customers wait for an answer",
        "Start `zimun worker`, and look into its log for why it ended.",
    )
    given_up = backlog.turns_given_up + backlog.jobs_given_up
    found = f"{backlog.turns_given_up} turns, {backlog.jobs_given_up} jobs" if given_up else "nothing"
    yield Finding(
        "Given up", not given_up, found, "Look into the worker's log, then `zimun stuck --retry` or `--drop`."
    )


def check_websites(connection: psycopg.Connection[tuple[str, ...]]) -> Finding:
    asked = "SELECT count(*), count(*) FILTER (WHERE websites = '{}') FROM organizations"
    everybody, anywhere = (int(one) for one in connection.execute(asked).fetchone() or (0, 0))
    found = f"{anywhere} of {everybody} businesses let any website show their chat"
    # Where to show it is the owner's choice, so this is told and does not fail.
    return Finding("Websites", True, found if anywhere else "every business says which may show its chat")


def check_seals(url: str, settings: Settings) -> Finding:
    """Whether SECRET_KEY opens what the database keeps sealed: a backup needs the key it was made with."""
    shut = asyncio.run(unreadable(url, settings))
    found = ", ".join(f"{number} {what} cannot be opened" for what, number in shut.items())
    advice = "They were sealed with another SECRET_KEY: put it into SECRET_KEY_OLD, and run `zimun reseal`."
    return Finding("Sealed values", not shut, found or "can be opened", advice)
