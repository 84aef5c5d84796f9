"""What `zimun doctor` looks at. Each check says what it found, and what to do where that is not good."""

import os
import platform
import smtplib
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from shutil import which
from urllib.parse import urlsplit

import msgspec
from redis import Redis
from redis.exceptions import RedisError

from web.commands.diagnosis.finding import PATIENCE, Finding
from web.commands.diagnosis.postgres_checks import postgres
from web.embedded import EmbeddedError, is_held, open_directory
from web.embedded.account import account_for
from web.embedded.place import postgres_programs, redis_program
from web.server.port import PortTaken, bind_port
from web.server.running_instance import find_instance
from web.settings import Settings

# What /health/ready says, in a line.
STATUSES, LONGEST_STATUS = ("ok", "degraded", "unavailable"), 1000
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


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
    if not settings.data_dir.exists():
        return _missing_directory(settings.data_dir)
    try:
        open_directory(settings.data_dir)
    except EmbeddedError as error:
        return Finding("Data directory", False, str(settings.data_dir), str(error))
    held = "in use by the running Zimun" if is_held(settings.data_dir) else "can be written"
    return Finding("Data directory", True, f"{settings.data_dir} {held}")


def _missing_directory(directory: Path) -> Finding:
    """Whoever looks makes none: it would look like a place where Zimun has run."""
    above = next(one for one in directory.parents if one.exists())
    good = above.is_dir() and os.access(above, os.W_OK | os.X_OK)
    found = f"{directory} is made when Zimun runs" if good else f"{directory} cannot be made in {above}"
    return Finding("Data directory", good, found, "Set DATA_DIR to a directory of your own.")


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
        return Finding("Email", False, f"{address.hostname}: {error}", "Check SMTP_URL.")
    return Finding("Email", True, f"{address.hostname} answers")


def model(settings: Settings) -> Finding:
    if settings.openai_model is None:
        return Finding("Language model", True, "none: Zimun guides customers with buttons and forms")
    return Finding("Language model", True, f"{settings.openai_model} at {settings.openai_base_url}")


def browser() -> Finding:
    path = next((found for name in BROWSERS if (found := which(name))), None)
    # Only tests need it, so its absence is told and does not fail.
    return Finding("Browser for tests", True, path or "none: `make test` as root on Debian installs one")
