"""Background jobs: Procrastinate on the same PostgreSQL, so that a job is deferred in the transaction of what caused it."""

from typing import Any

import procrastinate
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.database import raw_connection

# What waits for other people's machines has a queue of its own, so that no customer waits behind it.
USUAL, WEBHOOKS, MAIL = "default", "webhooks", "mail"
# The worker gives the app its real connector; deferring only ever uses the transaction's own connection.
jobs = procrastinate.App(connector=procrastinate.PsycopgConnector())


async def defer(
    session: AsyncSession, task: str, *, lock: str | None = None, queue: str = USUAL, **arguments: Any
) -> None:
    """Promise a job: it exists if and only if this transaction commits. Jobs of one ``lock`` never overlap, and keep their order."""
    connection = await raw_connection(session)
    deferrer = jobs.configure_task(task, allow_unknown=True, lock=lock, queue=queue, connection=connection)
    await deferrer.defer_async(**arguments)
