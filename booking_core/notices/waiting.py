"""Letters that wait, since a mail server did not take them: when each is tried next, another try at once, and
whether any has waited for long."""

from datetime import datetime, timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.context import OperationContext
from booking_core.storage.jobs import MAIL

# A server that is down for minutes is nobody's trouble.
LONG = timedelta(minutes=15)
# Later nothing is tried any more.
FURTHEST = timedelta(days=3)
NEXT_TRIES = text(
    """
    SELECT outbox.id, job.scheduled_at
    FROM procrastinate_jobs AS job
    JOIN outbox ON outbox.id = job.args ->> 'mail_id'
    WHERE job.status = 'todo' AND job.queue_name = :queue AND job.scheduled_at IS NOT NULL
      AND outbox.organization_id = :organization AND outbox.sent_at IS NULL AND outbox.failure IS NULL
    """
)
TRY_NOW = text(
    """
    UPDATE procrastinate_jobs AS job SET scheduled_at = :now
    FROM outbox
    WHERE outbox.id = job.args ->> 'mail_id' AND job.status = 'todo' AND job.queue_name = :queue
      AND outbox.organization_id = :organization AND outbox.sent_at IS NULL AND outbox.failure IS NULL
      AND outbox.one_time_link_id IS NULL AND outbox.tries > 0
    """
)
WAIT_FOR_LONG = text(
    """
    SELECT EXISTS (
        SELECT FROM outbox
        WHERE organization_id = :organization AND created_at BETWEEN :first AND :last
          AND tries > 0 AND sent_at IS NULL AND failure IS NULL AND one_time_link_id IS NULL
    )
    """
)


async def next_tries(session: AsyncSession, organization_id: str) -> dict[str, datetime]:
    """When letters of an organization that wait are tried next (UTC), by their ids."""
    rows = await session.execute(NEXT_TRIES, {"organization": organization_id, "queue": MAIL})
    return {row[0]: row[1] for row in rows}


async def try_letters_now(context: OperationContext) -> None:
    """Whatever waits is tried with the next look at the queue. Raises ``NotAllowed``."""
    context.require("outbox.retry")
    wanted = {"organization": context.organization_id, "queue": MAIL, "now": context.clock.now()}
    await context.session.execute(TRY_NOW, wanted)


async def wait_for_long(session: AsyncSession, organization_id: str, now: datetime) -> bool:
    """Whether a letter that was tried has waited for long enough that somebody should look."""
    wanted = {"organization": organization_id, "first": now - FURTHEST, "last": now - LONG}
    return bool(await session.scalar(WAIT_FOR_LONG, wanted))
