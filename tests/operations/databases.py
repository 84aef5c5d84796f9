"""An installation on servers that are there: an empty database of its own, and the commands that work on
it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psycopg
from click.testing import CliRunner, Result

from booking_core.storage.ids import new_id
from tests.places import drop_database, fresh_database
from web.cli import main
from web.embedded import EmbeddedServers


class Installation:
    """One database, and what its settings say."""

    def __init__(self, database_url: str, redis_url: str, directory: Path) -> None:
        self.database_url = database_url
        self.redis_url = redis_url
        self.environment = {
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
            "SECRET_KEY": "a key of thirty-two characters!!",
            "DATA_DIR": str(directory / "data"),
        }

    @property
    def name(self) -> str:
        """Of the database."""
        return self.database_url.rpartition("/")[2]

    def asks(self, *command: str, typed: str | None = None) -> Result:
        return ask(self.environment, *command, typed=typed)

    def said(self, *command: str) -> str:
        done = self.asks(*command)
        assert done.exit_code == 0, done.output
        return done.output

    def rows(self, table: str) -> list[tuple[object, ...]]:
        with psycopg.connect(self.database_url) as connection:
            return connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()


def ask(environment: Mapping[str, str], *command: str, typed: str | None = None) -> Result:
    """A command of `zimun` in this process, which a Python of its own would take a second longer for."""
    return CliRunner().invoke(main, command, input=typed, env=environment)


@contextmanager
def installation(
    servers: EmbeddedServers, directory: Path, *, like: str = "template1"
) -> Iterator[Installation]:
    """A new database on servers that run: without tables, ``like`` migrations leave it (TABLES) or as another
    is that nobody is connected to. Dropped in the end."""
    url = fresh_database(servers.database_url, new_id("test"), template=like)
    try:
        yield Installation(url, servers.redis_url, directory)
    finally:
        drop_database(servers.database_url, url.rpartition("/")[2])
