"""Statements that a connection has prepared stay prepared, whatever becomes of its transactions."""

from collections.abc import AsyncIterator

import pytest
from psycopg import Connection
from sqlalchemy import text
from sqlalchemy.exc import DataError
from sqlalchemy.ext.asyncio import AsyncEngine

from booking_core.storage.database import open_engine
from web.embedded import EmbeddedServers

ASKED = text("SELECT CAST(:number AS integer) + 1")
DIVIDED = text("SELECT 1 / CAST(:number AS integer)")
PREPARED = text("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%AS integer)%'")
# The driver prepares what it has been asked so often.
OFTEN = 8


@pytest.fixture
async def one(servers: EmbeddedServers) -> AsyncIterator[AsyncEngine]:
    """One connection, so that everybody gets the one that was left behind."""
    engine = open_engine(servers.database_url, pool_size=1)
    yield engine
    await engine.dispose()


async def prepare(engine: AsyncEngine) -> int:
    async with engine.begin() as connection:
        return int(await connection.scalar(PREPARED) or 0)


async def test_they_outlive_a_transaction_that_only_looked(one: AsyncEngine) -> None:
    for number in range(OFTEN):
        async with one.begin() as connection:
            await connection.scalar(ASKED, {"number": number})
    async with one.connect() as connection:
        assert await connection.scalar(ASKED, {"number": 1}) == 2
    assert await prepare(one) == 1


async def test_they_outlive_a_statement_that_failed(one: AsyncEngine) -> None:
    for number in range(1, OFTEN):
        async with one.begin() as connection:
            await connection.scalar(ASKED, {"number": number})
            await connection.scalar(DIVIDED, {"number": number})
    with pytest.raises(DataError):
        async with one.begin() as connection:
            await connection.scalar(DIVIDED, {"number": 0})
    async with one.begin() as connection:
        assert await connection.scalar(DIVIDED, {"number": 1}) == 1
        assert await connection.scalar(ASKED, {"number": 1}) == 2
    assert await prepare(one) >= 1


async def test_what_was_prepared_in_a_transaction_undone_is_there(one: AsyncEngine) -> None:
    async with one.connect() as connection:
        for number in range(OFTEN):
            assert await connection.scalar(ASKED, {"number": number}) == number + 1
        await connection.rollback()
        assert await connection.scalar(ASKED, {"number": 1}) == 2
    assert await prepare(one) == 1


async def test_a_changed_table_is_read_as_it_is_now(one: AsyncEngine, servers: EmbeddedServers) -> None:
    asked = text("SELECT to_jsonb(changed) FROM changed")
    with Connection.connect(servers.database_url, autocommit=True) as other:
        other.execute("CREATE TABLE changed AS SELECT 1 AS a")
        for _ in range(OFTEN):
            async with one.connect() as connection:
                assert await connection.scalar(asked) == {"a": 1}
        other.execute("DROP TABLE changed")
        other.execute("CREATE TABLE changed AS SELECT 2 AS a, 3 AS b")
        async with one.connect() as connection:
            assert await connection.scalar(asked) == {"a": 2, "b": 3}
        other.execute("DROP TABLE changed")
