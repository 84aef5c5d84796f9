"""Statements asked straight of the driver leave their connections as they found them, whatever happens."""

import asyncio
from collections.abc import AsyncIterator

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from booking_core.storage.database import open_engine, open_reading_engine
from booking_core.storage.statements import Statement, run_statement
from web.embedded import EmbeddedServers

ONE = Statement("SELECT CAST(:number AS integer) AS number, '50 %' AS words, CAST('07:30' AS time) AS at")
BACKEND = Statement("SELECT pg_backend_pid() AS pid")


@pytest.fixture
async def reads(servers: EmbeddedServers) -> AsyncIterator[AsyncEngine]:
    """One connection, so that everybody gets the one that was left behind."""
    engine = open_reading_engine(servers.database_url, pool_size=1)
    yield engine
    await engine.dispose()


async def test_rows_have_their_columns_as_attributes(reads: AsyncEngine) -> None:
    (row,) = await run_statement(reads, ONE, {"number": 7})
    assert (row.number, row.words, str(row.at)) == (7, "50 %", "07:30:00")


async def test_a_connection_that_postgresql_has_closed_is_not_asked(
    reads: AsyncEngine, engine: AsyncEngine
) -> None:
    (before,) = await run_statement(reads, BACKEND, {})
    async with engine.connect() as other:
        await other.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": before.pid})
    await asyncio.sleep(0.1)
    (after,) = await run_statement(reads, BACKEND, {})
    assert after.pid != before.pid


async def test_a_refused_statement_leaves_a_connection_that_answers(reads: AsyncEngine) -> None:
    (before,) = await run_statement(reads, BACKEND, {})
    with pytest.raises(psycopg.errors.DivisionByZero):
        await run_statement(reads, Statement("SELECT 1 / CAST(:none AS integer)"), {"none": 0})
    (after,) = await run_statement(reads, BACKEND, {})
    assert after.pid == before.pid


async def test_whoever_is_interrupted_leaves_no_answer_to_the_next(reads: AsyncEngine) -> None:
    asking = asyncio.create_task(run_statement(reads, Statement("SELECT pg_sleep(5), 'late' AS number"), {}))
    await asyncio.sleep(0.1)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    async with asyncio.timeout(2):
        (row,) = await run_statement(reads, ONE, {"number": 8})
    assert row.number == 8


async def test_a_visits_connection_is_lent_and_comes_back_as_it_was(servers: EmbeddedServers) -> None:
    visits = open_engine(servers.database_url, pool_size=1)
    await run_statement(visits, ONE, {"number": 1})
    async with visits.connect() as connection:
        await connection.execute(text("CREATE TEMPORARY TABLE kept (number integer)"))
        await connection.rollback()
        assert await connection.scalar(text("SELECT to_regclass('kept')")) is None
    await visits.dispose()
