"""What is kept only for a while goes when its time is over, batch by batch; ``docs/retention.md`` is the
table of all of it.

A batch is one short transaction. One that meets a time-out is tried again with fewer rows, so that a large
table on a slow disk is emptied slowly instead of never; what a broken-off night has left goes in the next
one.
"""

import logging
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta

from psycopg.errors import LockNotAvailable, QueryCanceled
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.booking.booking_caps import A_DAY
from booking_core.core import BookingCore
from booking_core.storage.idempotency import KEPT as ANSWERS_KEPT
from booking_core.webhooks.deliveries import KEPT as DELIVERIES_KEPT

logger = logging.getLogger("zimun.purging")
# Removes at most so many, and says how many; fewer where there are no more.
Batch = Callable[[AsyncSession, int], Awaitable[int]]
# Of single rows without anything that hangs on them.
AT_ONCE = 5_000
# What a smaller batch may not meet: the statement time-out, and rows that somebody else has just locked.
TOO_MUCH_AT_ONCE = (QueryCanceled, LockNotAvailable)
# How long the outcome of a hold, a letter, and a job that failed for good can be looked up.
HOLDS_KEPT, LETTERS_KEPT, JOBS_KEPT = timedelta(days=30), timedelta(days=30), timedelta(days=30)


class Purge:
    """Rows of one table that are over: ``due`` selects the ``ctid`` of at most ``:most`` that are older than
    ``:before``, by an index."""

    def __init__(self, table: str, due: str, kept: timedelta) -> None:
        self._statement = text(f"DELETE FROM {table} WHERE ctid = ANY (ARRAY({due} LIMIT :most)) RETURNING 1")
        self._kept = kept

    def of(self, core: BookingCore) -> Callable[[], Awaitable[int]]:
        return lambda: self.remove(core)

    async def remove(self, core: BookingCore) -> int:
        """Remove what is due, batch by batch, and say how many rows went."""
        now = core.clock.now()
        values = {"now": now, "before": now - self._kept}

        async def batch(session: AsyncSession, most: int) -> int:
            return len((await session.execute(self._statement, values | {"most": most})).all())

        return await in_batches(core, batch, AT_ONCE)


def of_each_organization(table: str, more: str = "") -> str:
    """What is due in a table that is indexed by organization and age."""
    return (
        f"SELECT due.ctid FROM organizations CROSS JOIN LATERAL (SELECT {table}.ctid FROM {table}"
        f" WHERE organization_id = organizations.id AND created_at < :before{more}"
        " ORDER BY created_at LIMIT :most) AS due"
    )


PURGES = {
    "answers": Purge(
        "idempotency_keys", "SELECT ctid FROM idempotency_keys WHERE created_at < :before", ANSWERS_KEPT
    ),
    # A hold that is begun anew under its key is as old as its new beginning.
    "holds": Purge("holds", "SELECT ctid FROM holds WHERE created_at < :before", HOLDS_KEPT),
    # Of bookings that are older than the day they count for, and not to come any more.
    "booking counts": Purge(
        "booking_counts",
        "SELECT booking_counts.ctid FROM booking_counts JOIN appointments ON appointments.id = appointment_id"
        " WHERE made_at < :before AND (starts_at < :now OR status NOT IN ('confirmed', 'pending_approval'))",
        A_DAY,
    ),
    "webhook deliveries": Purge(
        "webhook_deliveries",
        of_each_organization("webhook_deliveries", " AND status <> 'pending'"),
        DELIVERIES_KEPT,
    ),
    # What was uploaded and then named by nobody.
    "pictures": Purge(
        "pictures",
        "SELECT ctid FROM pictures WHERE created_at < :before"
        " AND NOT EXISTS (SELECT FROM services AS one WHERE (one.organization_id, one.picture)"
        " = (pictures.organization_id, hash))"
        " AND NOT EXISTS (SELECT FROM resources AS one WHERE (one.organization_id, one.picture)"
        " = (pictures.organization_id, hash))"
        " AND NOT EXISTS (SELECT FROM organizations AS one WHERE (one.id, one.logo)"
        " = (pictures.organization_id, hash))",
        A_DAY,
    ),
    "letters": Purge("outbox", of_each_organization("outbox"), LETTERS_KEPT),
    # Jobs that succeed go by themselves; their events go with them.
    "jobs": Purge(
        "procrastinate_jobs",
        "SELECT job.ctid FROM procrastinate_jobs AS job WHERE status NOT IN ('todo', 'doing')"
        " AND NOT EXISTS (SELECT FROM procrastinate_events WHERE job_id = job.id AND at >= :before)",
        JOBS_KEPT,
    ),
}


async def purge(core: BookingCore) -> dict[str, int]:
    """Remove everything of the desk's that is over; how much of what."""
    return await each_by_itself({name: one.of(core) for name, one in PURGES.items()})


async def each_by_itself(removing: dict[str, Callable[[], Awaitable[int]]]) -> dict[str, int]:
    """Remove one kind after the other and log how many went. What fails keeps nothing else from going; it is
    raised in the end."""
    removed: dict[str, int] = {}
    failed: DBAPIError | None = None
    for name, remove in removing.items():
        begun = time.monotonic()
        try:
            removed[name] = await remove()
        except DBAPIError as error:
            failed = error
            logger.error("%s could not be purged: %s", name, type(error.orig).__name__)
            continue
        if removed[name]:
            logger.info("purged %d %s in %.1f s", removed[name], name, time.monotonic() - begun)
    if failed is not None:
        raise failed
    return removed


async def in_batches(core: BookingCore, batch: Batch, most: int) -> int:
    """How many went, in transactions of at most ``most`` each; of fewer, where one takes longer than a
    statement may."""
    removed = 0
    while True:
        try:
            async with core.sessions() as session, session.begin():
                gone = await batch(session, most)
        except DBAPIError as error:
            if most == 1 or not isinstance(error.orig, TOO_MUCH_AT_ONCE):
                raise
            most = max(1, most // 4)
            continue
        removed += gone
        if gone < most:
            return removed
