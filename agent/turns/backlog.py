"""The backlog of an installation: waiting turns, turns and jobs that were given up, and live workers."""

from msgspec import Struct
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from agent.conversation.turn_queue import CHANNEL, LAST_ATTEMPT
from booking_core.storage.statements import Statement

# Seconds without a heartbeat; a restart and a wait for PostgreSQL take less.
AWAY_AFTER_S = 15
BACKLOG = Statement(
    "SELECT EXISTS (SELECT FROM turn_workers"
    f" WHERE seen_at > now() - interval '{AWAY_AFTER_S} seconds') AS is_worked,"
    " (SELECT count(*) FROM waiting_turns) AS waiting,"
    f" (SELECT count(*) FROM waiting_turns WHERE attempts >= {LAST_ATTEMPT}) AS turns_given_up,"
    " (SELECT count(*) FROM procrastinate_jobs WHERE status = 'failed') AS jobs_given_up"
)
RETRY_TURNS = text(
    "WITH again AS (UPDATE waiting_turns SET attempts = 0, worker_id = NULL"
    f" WHERE attempts >= {LAST_ATTEMPT} RETURNING conversation_id)"
    f" SELECT pg_notify('{CHANNEL}', conversation_id) FROM again"
)
# The new epoch fences a worker that might still be at it.
DROP_TURNS = text(
    f"WITH dropped AS (DELETE FROM waiting_turns WHERE attempts >= {LAST_ATTEMPT} RETURNING conversation_id),"
    " fenced AS (UPDATE conversations SET epoch = epoch + 1 FROM dropped WHERE id = dropped.conversation_id),"
    " ended AS (UPDATE runs SET status = 'failed', ended_at = now() FROM dropped"
    " WHERE runs.conversation_id = dropped.conversation_id AND status IN ('queued', 'running'))"
    " SELECT conversation_id FROM dropped"
)
RETRY_JOBS = text(
    "UPDATE procrastinate_jobs SET status = 'todo', attempts = 0, scheduled_at = now() WHERE status = "
    "'failed' RETURNING id"
)
DROP_JOBS = text("DELETE FROM procrastinate_jobs WHERE status = 'failed' RETURNING id")


class Backlog(Struct, frozen=True):
    """Counts for the whole installation. ``turns_given_up`` failed in every attempt, the apology included."""

    is_worked: bool
    waiting: int
    turns_given_up: int
    jobs_given_up: int

    @property
    def complaints(self) -> list[str]:
        """What needs an operator, as sentences for a log."""
        found = []
        if not self.is_worked:
            found.append(f"no worker is alive: {self.waiting} customers wait, and no email is sent")
        if self.turns_given_up:
            found.append(f"{self.turns_given_up} turns were given up; see `zimun stuck`")
        if self.jobs_given_up:
            found.append(f"{self.jobs_given_up} jobs were given up; see `zimun stuck`")
        return found


async def retry_stuck(session: AsyncSession) -> tuple[int, int]:
    """Queue turns and jobs that were given up again, with their attempts reset. Returns the number of
    each."""
    return len((await session.execute(RETRY_TURNS)).all()), len((await session.execute(RETRY_JOBS)).all())


async def drop_stuck(session: AsyncSession) -> tuple[int, int]:
    """Delete turns and jobs that were given up: the customers may write again, the letters and deliveries are
    not sent. Returns the number of each."""
    return len((await session.execute(DROP_TURNS)).all()), len((await session.execute(DROP_JOBS)).all())
