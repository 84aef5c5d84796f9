"""Background jobs: Procrastinate on the same PostgreSQL, so that a job is deferred in the transaction of what
caused it."""

from typing import Any

import procrastinate
from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.storage.database import raw_connection
from booking_core.storage.hosts.connections import SOCKET, DatabaseHost, connection_to, is_open

# What waits for other people's machines has a queue of its own, so that no customer waits behind it.
USUAL, WEBHOOKS, MAIL, CALENDARS = "default", "webhooks", "mail", "calendars"
# The worker gives the app its real connector; deferring only ever uses the transaction's own connection.
jobs = procrastinate.App(connector=procrastinate.PsycopgConnector())
PATIENCE_S = 3.0
# Whatever a worker notes of its jobs may be lost with PostgreSQL: the job is then done again, which every job
# bears. It is not waited for until that is on the disk. Promises are, in the transactions of what caused
# them.
NOTED_SOON = "-c synchronous_commit=off"
# A session with this in its ``info`` promises no jobs: what it writes is played, and nobody is told of it.
NOTHING_FOLLOWS = "nothing follows"


def job_connector(database_url: str, most: int) -> procrastinate.PsycopgConnector:
    """A worker's way to its queues, with so many connections at most."""
    return procrastinate.PsycopgConnector(
        pool_factory=_pool,
        conninfo=database_url,
        connection_class=connection_to(DatabaseHost()),
        kwargs={**SOCKET, "options": NOTED_SOON},
        configure=_by_itself,
        min_size=2,
        max_size=most,
        # Who waits longer waits for PostgreSQL itself, and may be told to go home meanwhile.
        timeout=PATIENCE_S,
        # The pool's own pauses grow to minutes; who asks next tries again, and every queue asks each second.
        reconnect_timeout=1.0,
    )


async def defer(
    session: AsyncSession, task: str, *, queue: str, lock: str | None = None, **arguments: Any
) -> None:
    """Promise a job: it exists if and only if this transaction commits. Jobs of one ``lock`` never overlap,
    and keep their order. Does nothing in a session after which ``NOTHING_FOLLOWS``."""
    if session.info.get(NOTHING_FOLLOWS):
        return
    connection = await raw_connection(session)
    deferrer = jobs.configure_task(task, allow_unknown=True, lock=lock, queue=queue, connection=connection)
    await deferrer.defer_async(**arguments)


def _pool(**options: Any) -> AsyncConnectionPool:
    return AsyncConnectionPool(**{**options, "check": _must_be_open})


async def _by_itself(connection: AsyncConnection[Any]) -> None:
    """The queue asks one statement at a time: it needs no BEGIN and COMMIT around each."""
    await connection.set_autocommit(True)


async def _must_be_open(connection: AsyncConnection[Any]) -> None:
    """Only one that has something to read is asked whether it lives."""
    if not is_open(connection):
        await AsyncConnectionPool.check_connection(connection)
