"""PostgreSQL: the base of all tables, the engine, and the migrations."""

import logging
import re
import time
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from psycopg import AsyncConnection
from psycopg.errors import LockNotAvailable
from sqlalchemy import ARRAY, TIMESTAMP, Numeric, Text, TextClause, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase

from booking_core.storage.hosts.connections import (
    ANSWER_WITHIN_S,
    SOCKET,
    STATEMENT_LASTS_S,
    DatabaseHost,
    connection_to,
    watch_pool,
)
from booking_core.storage.schema_changes import CannotMigrate

logger = logging.getLogger("zimun.migrations")
MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"

# Enough for the confirms one process can keep busy; several processes share PostgreSQL's hundred.
POOL_SIZE = 16
# Reads are short, and one process has one processor: more of them at once would only wait for each other.
READING_POOL_SIZE = 6
# No transaction waits for another's locks longer than a customer would, and none may sit in an open
# transaction.
LIMITS = "-c lock_timeout=2s -c idle_in_transaction_session_timeout=10s -c timezone=UTC"
# Whoever gets no connection within this is told to come again.
LENT_WITHIN_S = 4.0

# A migration that cannot lock a table steps back, and comes again this often, a little later each time.
MIGRATION_TRIES, MIGRATION_PAUSE_SECONDS = 10, 1.0
COMMENT = re.compile(r"--.*")
INCLUDE = re.compile(r"^-- include (\S+)$", re.MULTILINE)


class Base(DeclarativeBase):
    """Every table's parent. Moments are stored with time zone, in UTC."""

    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it from the class
        str: Text,
        datetime: TIMESTAMP(timezone=True),
        Decimal: Numeric(12, 2),
        dict[str, Any]: JSONB,
        list[Any]: JSONB,
        list[str]: ARRAY(Text),
    }


def sqlalchemy_url(database_url: str) -> str:
    """The same address for SQLAlchemy, which wants the driver's name in it."""
    scheme, _, rest = database_url.partition("://")
    return database_url if "+" in scheme else f"postgresql+psycopg://{rest}"


def open_engine(
    database_url: str,
    *,
    pool_size: int = POOL_SIZE,
    host: DatabaseHost | None = None,
    patient_s: float = 0.0,
    **more: Any,
) -> AsyncEngine:
    """Engines of one process share a ``host``. ``patient_s`` lets each statement take so many seconds more,
    where nobody waits for it."""
    host = host or DatabaseHost()
    lasts_ms = int((STATEMENT_LASTS_S + patient_s) * 1000)
    engine = create_async_engine(
        sqlalchemy_url(database_url),
        pool_size=pool_size,
        max_overflow=0,
        # The connection that was used last knows the statements that are asked most.
        pool_use_lifo=True,
        pool_timeout=LENT_WITHIN_S,
        # ``watch_pool`` sees without a round trip what is closed.
        pool_pre_ping=False,
        # Where each statement stands by itself there is nothing to take back.
        skip_autocommit_rollback=True,
        # Errors name statements, never what customers wrote.
        hide_parameters=True,
        connect_args={
            **SOCKET,
            "options": f"{LIMITS} -c statement_timeout={lasts_ms}",
            "async_creator_fn": connection_to(host, ANSWER_WITHIN_S + patient_s).connect,
        },
        **more,
    )
    watch_pool(engine, host)
    return engine


def open_reading_engine(
    database_url: str, *, pool_size: int = READING_POOL_SIZE, host: DatabaseHost | None = None
) -> AsyncEngine:
    """Where every statement stands by itself. Connections of its own, because changing one to and fro costs
    as much as asking."""
    return open_engine(database_url, pool_size=pool_size, host=host, isolation_level="AUTOCOMMIT")


def statement(path: Path) -> TextClause:
    """One SQL statement from a file, without comments and needless blanks: what stays under 4096 characters
    the driver remembers.

    A line ``-- include other.sql`` stands for what that file beside it says, so that statements can share a
    part.
    """
    return text(" ".join(COMMENT.sub("", _with_includes(path)).split()))


def _with_includes(path: Path) -> str:
    return INCLUDE.sub(lambda found: _with_includes(path.parent / found[1]), path.read_text())


async def raw_connection(session: AsyncSession) -> AsyncConnection[Any]:
    """The driver's connection of this session's transaction, for the job queue, which speaks psycopg itself.
    Raises ``TypeError`` for any other driver."""
    connection = await (await session.connection()).get_raw_connection()
    driver = connection.driver_connection
    if not isinstance(driver, AsyncConnection):
        raise TypeError("The database driver must be psycopg 3, asynchronous.")
    return driver


def migrate(database_url: str) -> None:
    """Bring the database to the newest shape. Safe to repeat and to run from several machines at once.

    Raises ``CannotMigrate`` where somebody keeps a table locked for long, or an extension cannot be created.
    """
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["database_url"] = sqlalchemy_url(database_url)
    for tries in range(1, MIGRATION_TRIES + 1):
        try:
            command.upgrade(config, "head")
        except OperationalError as error:
            if not isinstance(error.orig, LockNotAvailable):
                raise
            logger.warning("a table that has to be changed is in use; try %d of %d", tries, MIGRATION_TRIES)
            time.sleep(MIGRATION_PAUSE_SECONDS * tries)
        else:
            return
    raise CannotMigrate(
        "A table that has to be changed stays locked by a long transaction, such as a backup. "
        "Migrate again when it is over; what was done so far is kept."
    )
