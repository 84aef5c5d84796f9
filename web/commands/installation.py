"""The database of this installation, for commands that work with it whether or not Zimun is running."""

from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import structs

from web.embedded import embedded_servers_blocking
from web.secrets.team_links import TeamLinks
from web.server.running_instance import find_instance
from web.settings import Settings, load_secret


@contextmanager
def connect_servers(settings: Settings) -> Iterator[Settings]:
    """The settings with the addresses of both servers: those named, of the Zimun which runs here, or our own,
    started for as long as this takes. Raises EmbeddedError where our own servers cannot run."""
    running = find_instance(settings.data_dir) if settings.embedded else None
    if not settings.embedded:
        yield settings
    elif running is not None:
        yield settings.with_servers(running.database_url, running.redis_url)
    else:
        with embedded_servers_blocking(settings.data_dir) as servers:
            yield settings.with_servers(servers.database_url, servers.redis_url)


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
