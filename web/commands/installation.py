"""The database of this installation, for commands that work with it whether or not Zimun is running."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

import click
from msgspec import structs

from web.embedded import embedded_servers_blocking, is_held
from web.secrets.team_links import TeamLinks
from web.server.running_instance import Running, find_instance
from web.settings import Settings, load_secret

# A first start makes the database and the demo, on a slow machine for a minute; looked for this often.
STARTS_WITHIN_S, LOOKS_EVERY_S = 120.0, 0.2


@contextmanager
def connect_servers(settings: Settings) -> Iterator[Settings]:
    """The settings with the addresses of both servers: those named, of the Zimun which runs here, or our own,
    started for as long as this takes. Raises EmbeddedError where our own servers cannot run."""
    running = _await_instance(settings.data_dir) if settings.embedded else None
    if not settings.embedded:
        yield settings
    elif running is not None:
        yield settings.with_servers(running.database_url, running.redis_url)
    else:
        with embedded_servers_blocking(settings.data_dir) as servers:
            yield settings.with_servers(servers.database_url, servers.redis_url)


def _await_instance(directory: Path) -> Running | None:
    """The Zimun that runs here. One that is still starting is waited for, and so is a command that has the
    servers for itself, after which there may be none."""
    running = find_instance(directory)
    if running is not None or not is_held(directory):
        return running
    # Not where a command writes its answer, which may be a file.
    click.echo("Zimun is just starting here, or another command is at work. Waiting for it …", err=True)
    for _ in range(round(STARTS_WITHIN_S / LOOKS_EVERY_S)):
        sleep(LOOKS_EVERY_S)
        running = find_instance(directory)
        if running is not None or not is_held(directory):
            return running
    return None


@contextmanager
def connect_database(settings: Settings) -> Iterator[str]:
    """The address of its database alone."""
    with connect_servers(settings) as served:
        yield served.database_url


def secret_key_of(settings: Settings) -> str:
    """The one secret of this installation: the one that is named, or the one in its data directory."""
    return settings.secret_key or load_secret(settings.data_dir / "secret.key")


def team_links() -> TeamLinks:
    """One-time links as they open at the Zimun that runs here, or will."""
    settings = Settings.from_environment()
    running = find_instance(settings.data_dir) if settings.embedded else None
    return TeamLinks.of(
        structs.replace(
            settings,
            secret_key=secret_key_of(settings),
            public_url=running.base_url if running else settings.public_url,
        )
    )
