"""Statements that stand by themselves, asked straight of the driver: what every message and every answer
needs.

A session, or a connection of SQLAlchemy's, takes more processor time to ask such a statement than PostgreSQL
takes to answer it.
"""

import re
from typing import Any

import psycopg
from psycopg import AsyncConnection
from psycopg.rows import namedtuple_row
from sqlalchemy import PoolProxiedConnection, text
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.util import greenlet_spawn

_VALUE = re.compile(r"(?<![:\w]):([a-z_]+)")


class Statement:
    """One SQL statement, with its values as ``:name``. ``text`` is the same for a session, as a part of
    something larger."""

    def __init__(self, sql: str) -> None:
        self.text = text(sql)
        # As the driver wants its values.
        self.sql = _VALUE.sub(r"%(\1)s", sql.replace("%", "%%"))


async def run_statement(engine: AsyncEngine, statement: Statement, values: dict[str, Any]) -> list[Any]:
    """The rows of a statement that is a transaction by itself, with the columns as attributes.

    ``engine`` should be of ``open_reading_engine``; others lend a connection that is changed to and fro.
    Raises what the driver does: ``psycopg.OperationalError`` where PostgreSQL is away or the connection was
    lost on the way.
    """
    pooled = await engine.raw_connection()
    connection: AsyncConnection[Any] = pooled.driver_connection  # type: ignore[assignment]
    is_lent = not connection.autocommit
    if is_lent:
        await connection.set_autocommit(True)
    try:
        cursor = connection.cursor(row_factory=namedtuple_row)
        await cursor.execute(statement.sql, values)
        rows: list[Any] = await cursor.fetchall()
    except BaseException as error:
        # Whoever was interrupted has left an answer on the way that is nobody else's; what may only read is
        # no use to anybody.
        is_bad = not isinstance(error, psycopg.Error) or isinstance(
            error, psycopg.errors.ReadOnlySqlTransaction
        )
        if connection.closed or is_bad:
            await greenlet_spawn(pooled.invalidate)
        else:
            await _give_back(pooled, connection, is_lent=is_lent)
        raise
    await _give_back(pooled, connection, is_lent=is_lent)
    return rows


async def _give_back(
    pooled: PoolProxiedConnection, connection: AsyncConnection[Any], *, is_lent: bool
) -> None:
    if is_lent:
        await connection.set_autocommit(False)
        await greenlet_spawn(pooled.close)
    else:
        # Nothing is asked of the driver, for there is nothing to take back.
        pooled.close()
