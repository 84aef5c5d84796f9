"""Everything that is kept for a time only goes when it is over, in tables and in Redis."""

from datetime import timedelta

import psycopg
from redis.asyncio import Redis
from sqlalchemy import text

from agent.data_retention.retention import purge_expired_data
from agent.live_stream.stream import ConversationLog
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.maintenance.purge import purge
from tests.cast import Visitor, at
from tests.operations.conftest import CHECKOUT
from web.access.purging import purge_access
from web.access.throttle import Throttle, wait_s
from web.embedded import EmbeddedServers

TABLE = CHECKOUT / "docs" / "retention.md"


# Of each kind one that is over and one that is not.
OLD_AND_NEW = (
    "INSERT INTO accounts (id, email, name, password_hash) VALUES (:id, :id, 'x', 'x')",
    "INSERT INTO account_sessions (id, account_id, created_at, seen_at) VALUES (:id || 'old', :id, "
    ":old, :now), (:id || 'new', :id, :now, :now)",
    "INSERT INTO api_clients (id, organization_id, name, scopes, secret_hash, requests_per_minute, "
    "holds_at_once, created_at)"
    " VALUES (:id, :org, 'x', '{}', 'x', 1, 1, :now)",
    "INSERT INTO access_tokens (id, client_id, scopes, expires_at) VALUES (:id || 'old', :id, '{}', "
    ":old), (:id || 'new', :id, '{}', :now)",
    "INSERT INTO turn_workers (id, seen_at) VALUES (:id || 'old', :old), (:id || 'new', :now)",
    "WITH job AS (INSERT INTO procrastinate_jobs (queue_name, task_name, status) VALUES (:id, 'x', "
    "'failed'), (:id, 'y', 'todo')"
    " RETURNING id, task_name) INSERT INTO procrastinate_events (job_id, type, at) SELECT id, 'failed', "
    ":old FROM job",
    "DELETE FROM procrastinate_events USING procrastinate_jobs AS job WHERE job.id = job_id AND "
    "queue_name = :id AND at > :old",
)


async def test_sign_ins_tokens_workers_and_failed_jobs_go_when_they_are_over(
    core: BookingCore, salon: DemoSalon
) -> None:
    now = core.clock.now()
    values = {
        "id": f"x_{salon.organization_id}",
        "org": salon.organization_id,
        "now": now,
        "old": now - timedelta(days=31),
    }
    async with core.sessions() as session, session.begin():
        for statement in OLD_AND_NEW:
            await session.execute(text(statement), values)
    for removing in (purge, purge_expired_data, purge_access):
        await removing(core)
    async with core.sessions() as session, session.begin():
        for table in ("account_sessions", "access_tokens", "turn_workers"):
            known = text(f"SELECT array_agg(id) FROM {table} WHERE starts_with(id, :id)")
            assert await session.scalar(known, {"id": values["id"]}) == [f"{values['id']}new"]
        jobs = text("SELECT array_agg(task_name) FROM procrastinate_jobs WHERE queue_name = :id")
        assert await session.scalar(jobs, {"id": values["id"]}) == ["y"]


def test_the_table_of_what_is_kept_has_every_table(servers: EmbeddedServers) -> None:
    told = {
        name.strip("` ")
        for line in TABLE.read_text("utf-8").splitlines()
        if line.startswith("| `")
        for name in line.split("|")[1].split(",")
    }
    with psycopg.connect(servers.database_url) as connection:
        rows = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    assert {row[0] for row in rows} - told == set()


async def test_nothing_stays_in_redis_for_ever(redis: Redis, ada: Visitor) -> None:
    """Nor anything that other tests have left there."""
    await ada.holds("Haircut", at(1, 10))
    await ConversationLog(redis).append("cnv_lasting", [("message.completed", {})])
    await wait_s(redis, at(0, 8), [(Throttle("sign-in-test", free=1), ("somebody",))])
    assert await redis.dbsize() >= 4
    lasting = [key async for key in redis.scan_iter() if await redis.ttl(key) == -1]
    assert lasting == []
