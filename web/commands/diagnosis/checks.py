"""What `zimun doctor` looks at. Each check says what it found, and what to do where that is not good."""

import asyncio
import platform
import smtplib
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from shutil import which
from urllib.parse import urlsplit

import msgspec
import psycopg
from alembic.config import Config
from alembic.script import ScriptDirectory
from msgspec import Struct
from redis import Redis
from redis.exceptions import RedisError

from agent.turns.backlog import BACKLOG, Backlog
from booking_core.storage.database import MIGRATIONS, POOL_SIZE, READING_POOL_SIZE
from booking_core.storage.schema_changes import EXTENSIONS
from booking_core.time.clock import Clock, SystemClock
from web.embedded import EmbeddedError, is_held, open_directory
from web.embedded.account import account_for
from web.embedded.place import postgres_programs, redis_program
from web.secrets.resealing import unreadable
from web.server.port import PortTaken, bind_port
from web.server.running_instance import find_instance
from web.settings import Settings

PATIENCE = 5
# A second of a hold's ten minutes is nobody's trouble.
MOST_APART = timedelta(seconds=2)
# What one process may open: for what is booked, for looks; a worker's besides for its queues, of which each
# group and turns listen.
WEB_CONNECTIONS = POOL_SIZE + READING_POOL_SIZE
WORKER_CONNECTIONS = 21
# What /health/ready says, in a line.
STATUSES, LONGEST_STATUS = ("ok", "degraded", "unavailable"), 1000
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


class Finding(Struct, frozen=True):
    """One thing looked at. ``advice`` says what to do; a finding that is not ``good`` makes the doctor
    fail."""

    about: str
    good: bool
    found: str
    advice: str = ""


def findings(settings: Settings) -> Iterator[Finding]:
    yield python()
    yield data_directory(settings)
    if settings.embedded:
        yield programs(settings)
    yield port(settings)
    yield from servers(settings)
    if settings.smtp_url:
        yield smtp(settings.smtp_url)
    yield model(settings)
    yield browser()


def python() -> Finding:
    good = sys.version_info >= (3, 11)
    return Finding("Python", good, platform.python_version(), "Zimun needs 3.11 or newer.")


def data_directory(settings: Settings) -> Finding:
    try:
        open_directory(settings.data_dir)
    except EmbeddedError as error:
        return Finding("Data directory", False, str(settings.data_dir), str(error))
    held = "in use by the running Zimun" if is_held(settings.data_dir) else "can be written"
    return Finding("Data directory", True, f"{settings.data_dir} {held}")


def programs(settings: Settings) -> Finding:
    try:
        postgres = postgres_programs(account_for(settings.data_dir / "postgres")) / "postgres"
        versions = [version_of(postgres), version_of(redis_program())]
    except (EmbeddedError, OSError) as error:
        return Finding(
            "Servers of our own", False, str(error), "Set Zimun up again: rm -rf .venv && make run"
        )
    return Finding("Servers of our own", True, ", ".join(versions))


def version_of(program: Path) -> str:
    shown = subprocess.run(
        [program, "--version"], check=True, capture_output=True, text=True, timeout=PATIENCE
    )
    return " ".join(shown.stdout.split()[:3])


def port(settings: Settings) -> Finding:
    if running := find_instance(settings.data_dir):
        # It may have been started with another port than the one that is set here.
        return Finding("Port", True, f"Zimun is answering at {running.base_url}")
    about = f"Port {settings.port}"
    try:
        bind_port(settings.host, settings.port).close()
    except PortTaken as error:
        if answers_as_zimun(settings.host, settings.port):
            return Finding(about, True, "Zimun is answering")
        return Finding(about, False, "taken", str(error))
    return Finding(about, True, "free")


def answers_as_zimun(host: str, port: int) -> bool:
    """Whether it is one of ours that listens there, such as a `zimun serve` that holds no data directory."""
    connection = HTTPConnection(host, port, timeout=PATIENCE)
    try:
        connection.request("GET", "/health/ready")
        told = msgspec.json.decode(connection.getresponse().read(LONGEST_STATUS))
    except (OSError, ValueError, HTTPException, msgspec.DecodeError):
        return False
    finally:
        connection.close()
    return isinstance(told, dict) and told.get("status") in STATUSES


def servers(settings: Settings) -> Iterator[Finding]:
    """PostgreSQL and Redis, where they are named or running."""
    running = find_instance(settings.data_dir)
    if not settings.embedded:
        yield from postgres(settings.database_url, settings)
        yield redis(settings.redis_url)
    elif running:
        yield from postgres(
            running.database_url, settings.with_servers(running.database_url, running.redis_url)
        )
        yield redis(running.redis_url)
    else:
        yield Finding("PostgreSQL and Redis", True, "not running; `make run` starts them")


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


def redis(url: str) -> Finding:
    try:
        with Redis.from_url(url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE) as client:
            version = client.info("server")["redis_version"]
    except (RedisError, OSError) as error:
        return Finding(
            "Redis", False, str(error), "Check REDIS_URL, and that Redis runs and lets this machine in."
        )
    return Finding("Redis", int(version.split(".")[0]) >= 6, f"version {version}", "Use 6.2 or newer.")


def smtp(url: str) -> Finding:
    address = urlsplit(url)
    connect = smtplib.SMTP_SSL if address.scheme == "smtps" else smtplib.SMTP
    try:
        with connect(address.hostname or "", address.port or 0, timeout=PATIENCE) as server:
            server.ehlo_or_helo_if_needed()
    except (OSError, smtplib.SMTPException) as error:
        return Finding("E-mail", False, f"{address.hostname}: {error}", "Check SMTP_URL.")
    return Finding("E-mail", True, f"{address.hostname} answers")


def model(settings: Settings) -> Finding:
    if settings.openai_model is None:
        return Finding("Language model", True, "none: Zimun guides customers with buttons and forms")
    return Finding("Language model", True, f"{settings.openai_model} at {settings.openai_base_url}")


def browser() -> Finding:
    path = next((found for name in BROWSERS if (found := which(name))), None)
    # Only tests need it, so its absence is told and does not fail.
    return Finding("Browser for tests", True, path or "none: `make test` as root on Debian installs one")
