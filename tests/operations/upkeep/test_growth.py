"""Twenty times the business, the same work: rows that PostgreSQL reads for each page, call and poll. Figures
in time: ``bench.growth``."""

from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from typing import Any

import psycopg
import pytest

from bench.looks import LOOKS, Look
from bench.stage import WHOLE, Stage, set_up_stage
from booking_core.storage.ids import new_id
from tests.places import TABLES
from tests.serving import settings_on
from web.embedded import EmbeddedServers

# The smaller is as large as what a search looks through first. Of the larger up to a thousand of each status
# are counted.
SMALL, LARGE = 200 / WHOLE, 4_000 / WHOLE
SOME_MORE, A_FEW = 1.5, 1_500
# Indexes are used where there are any: of tables as small as these PostgreSQL would often rather read
# everything.
TELL = "SELECT pg_stat_force_next_flush(), set_config('enable_seqscan', 'off', false)"
ROWS = "SELECT tup_returned + tup_fetched FROM pg_stat_database WHERE datname = %s"


# Two databases are filled and every page is looked at twice: longer than others on a busy machine.
@pytest.mark.timeout(300)
async def test_what_is_read_does_not_grow_with_what_has_happened(servers: EmbeddedServers) -> None:
    prefix = new_id("growth")
    settings = settings_on(servers, public_url="http://localhost:8000")
    grown = {}
    async with AsyncExitStack() as stack:
        small, large = [await set_up_stage(stack, size, settings, prefix, TABLES) for size in (SMALL, LARGE)]
        small.depth = large.depth = 4
        for look in LOOKS:
            few, many = await rows_read(look, small, servers), await rows_read(look, large, servers)
            if many > SOME_MORE * few + A_FEW:
                grown[look.name] = few, many
    with psycopg.connect(servers.database_url, autocommit=True) as connection:
        for stage in (small, large):
            name = stage.settings.database_url.rpartition("/")[2]
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
    assert grown == {}


async def rows_read(look: Look, stage: Stage, servers: EmbeddedServers) -> int:
    """The fewer of two times: whatever a process and a connection keep in hand is read only once."""
    found = []
    name = stage.settings.database_url.rpartition("/")[2]
    for _ in range(2):
        given = () if look.before is None else (await look.before(stage),)
        with tell_at_once():
            # What was read before is told first.
            await stage.ready()
            before = count(servers, name)
            await look.does(stage, *given)
            found.append(count(servers, name) - before)
    return min(found)


def count(servers: EmbeddedServers, database: str) -> int:
    with psycopg.connect(servers.database_url, autocommit=True) as connection:
        row = connection.execute(ROWS, (database,)).fetchone()
    assert row is not None
    return int(row[0])


@contextmanager
def tell_at_once() -> Iterator[None]:
    """Each statement's connection tells the statistics what it has read, instead of after a second."""
    execute = psycopg.AsyncCursor.execute

    async def tell(cursor: Any, query: Any, *given: Any, **more: Any) -> Any:
        done = await execute(cursor, query, *given, **more)
        await execute(cursor.connection.cursor(), TELL)
        return done

    psycopg.AsyncCursor.execute = tell  # type: ignore[method-assign]
    try:
        yield
    finally:
        psycopg.AsyncCursor.execute = execute  # type: ignore[method-assign]
