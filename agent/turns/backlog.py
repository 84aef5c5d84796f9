"""What waits and what was given up: whether any worker lives, turns that nobody takes any more, and jobs that
ended in failure."""

from msgspec import Struct
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from agent.conversation.turn_queue import CHANNEL, LAST_ATTEMPT
from booking_core.storage.statements import Statement

# A worker that was just started anew, or waits for PostgreSQL, is not away.
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
# The epoch fences out whoever might still be at it.
DROP_TURNS = text(
    f"WITH dropped AS (DELETE FROM waiting_turns WHERE attempts >= {LAST_ATTEMPT} RETURNING conversation_id),"
    " fenced AS (UPDATE conversations SET epoch = epoch + 1 FROM dropped WHERE id = dropped.conversation_id),"
    " ended AS (UPDATE runs SET status = 'failed', ended_at = now() FROM dropped"
    " WHERE runs.conversation_id = dropped.conversation_id AND status IN ('queued', 'running'))"
    " SELECT conversation_id FROM dropped"
)
RETRY_JOBS = text(
    "UPDATE procrastinate_jobs SET status = 'todo', attempts = 0, scheduled_at = now() WHERE status = 'failed' RETURNING id"
)
DROP_JOBS = text("DELETE FROM procrastinate_jobs WHERE status = 'failed' RETURNING id")


class Backlog(Struct, frozen=True):
    """Of the whole installation. ``turns_given_up`` have ended every worker that took them, the apology
    included."""

    is_worked: bool
    waiting: int
    turns_given_up: int
    jobs_given_up: int

    @property
    def complaints(self) -> list[str]:
        """What somebody has to look after, in words for a log."""
        found = []
        if not self.is_worked:
            found.append(f"no worker is alive: {self.waiting} customers wait, and no letter is sent")
        if self.turns_given_up:
            found.append(f"{self.turns_given_up} turns were given up; see `zimun stuck`")
        if self.jobs_given_up:
            found.append(f"{self.jobs_given_up} jobs were given up; see `zimun stuck`")
        return found


async def retry_stuck(session: AsyncSession) -> tuple[int, int]:
    """Turns and jobs that were given up are begun anew, as if they had never been tried; how many of each."""
    return len((await session.execute(RETRY_TURNS)).all()), len((await session.execute(RETRY_JOBS)).all())


async def drop_stuck(session: AsyncSession) -> tuple[int, int]:
    """They are given up for good: their customers may write again, their letters and deliveries are not sent;
    how many of each."""
    return len((await session.execute(DROP_TURNS)).all()), len((await session.execute(DROP_JOBS)).all())
