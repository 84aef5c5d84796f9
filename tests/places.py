"""Where test runs have their servers: each run, and each of its processes, in the next directory that is
free."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path

import psycopg
from msgspec import structs
from psycopg import sql

from booking_core.storage.database import migrate
from web.embedded import DirectoryHeld, EmbeddedServers, embedded_servers_blocking

DATA = Path(__file__).resolve().parent.parent / ".data"
# A database with every table and no row: a copy of it takes a tenth of the time that migrations take.
TABLES = "tables"


@contextmanager
def servers_in(family: str, *, durable: bool) -> Iterator[EmbeddedServers]:
    """Real servers, with a new database: jobs that a broken-off run has left would be done first."""
    with ExitStack() as stack:
        running = next(found for found in places(stack, DATA / family, durable) if found is not None)
        migrate(fresh_database(running.database_url, TABLES))
        yield structs.replace(
            running, database_url=fresh_database(running.database_url, "tested", template=TABLES)
        )


def places(stack: ExitStack, family: Path, durable: bool) -> Iterator[EmbeddedServers | None]:
    """Place after place; none where somebody else was quicker, however free it looked."""
    for number in count():
        try:
            yield stack.enter_context(embedded_servers_blocking(family / str(number), durable=durable))
        except DirectoryHeld:
            yield None


def fresh_database(url: str, name: str, *, template: str = "template1") -> str:
    """A new database beside the one of this address; of TABLES it has what migrations make."""
    drop_database(url, name)
    made, copied = sql.Identifier(name), sql.Identifier(template)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(made, copied))
    return f"{url.rpartition('/')[0]}/{name}"


def drop_database(url: str, name: str) -> None:
    """Whoever is still connected to it is thrown out."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
