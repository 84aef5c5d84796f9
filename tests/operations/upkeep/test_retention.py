"""What is kept: everything that is over goes, in whatever numbers; the table of it is complete, and Redis
empties itself."""

from datetime import datetime, timedelta

import pytest
from psycopg.errors import QueryCanceled
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from agent.data_retention.retention import CONVERSATIONS_KEPT_DAYS, purge_expired_data
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.maintenance.purge import each_by_itself, in_batches, purge
from booking_core.storage.database import open_engine
from tests.attack.options import Sized
from web.access.purging import purge_access
from web.embedded import EmbeddedServers

# As many parts as a usual conversation has.
TALKS = (
    "INSERT INTO conversations (id, organization_id, token_hash, status, locale, state, last_message_at)"
    " SELECT :kind || n, :org, md5(:kind || n), (ARRAY['waiting', 'bot', 'person', 'closed'])[1 + n % 4], "
    "'en', '{}',"
    " CAST(:at AS timestamptz) + make_interval(secs => n) FROM generate_series(1, :many) AS n",
    "INSERT INTO messages (id, organization_id, conversation_id, role, text, blocks)"
    " SELECT :kind || n || '_' || m, :org, :kind || n, 'customer', 'hello', '[]' FROM generate_series(1, "
    ":many) AS n, generate_series(1, 10) AS m",
    "INSERT INTO runs (id, organization_id, conversation_id, message_id, answer_id, status)"
    " SELECT :kind || n || '_' || r, :org, :kind || n, :kind || n || '_' || r, 'x', 'completed'"
    " FROM generate_series(1, :many) AS n, generate_series(1, 4) AS r",
    "INSERT INTO steps (organization_id, conversation_id, run_id, kind, name, ok, arguments, result, took_ms)"
    " SELECT :org, :kind || n, :kind || n || '_' || r, 'tool', 'find_times', true, '{}', '{}', 1"
    " FROM generate_series(1, :many) AS n, generate_series(1, 4) AS r, generate_series(1, 5) AS s",
    "INSERT INTO personal_values (conversation_id, organization_id, kind, number, value, normal)"
    " SELECT :kind || n, :org, 'name', 1, 'Ada', 'ada' FROM generate_series(1, :many) AS n",
)


async def test_thousands_of_conversations_that_are_over_go_in_one_night(
    core: BookingCore, salon: DemoSalon, servers: EmbeddedServers, size: Sized
) -> None:
    many = size(20_000, 2_000)
    over: datetime = core.clock.now().replace(hour=1)
    # So many rows take longer than a customer would wait, on a busy machine.
    engine = open_engine(servers.database_url, patient_s=100.0)
    async with engine.begin() as connection:
        for kind, days, number in (
            ("old", CONVERSATIONS_KEPT_DAYS + 1, many),
            ("young", CONVERSATIONS_KEPT_DAYS - 1, 20),
        ):
            values = {
                "kind": f"{kind}_{salon.organization_id}_",
                "org": salon.organization_id,
                "many": number,
            }
            for statement in TALKS:
                await connection.execute(text(statement), values | {"at": over - timedelta(days=days)})
    await engine.dispose()
    assert (await purge_expired_data(core))["conversations"] >= many
    async with core.sessions() as session, session.begin():
        for table, left in (
            ("conversations", 20),
            ("messages", 200),
            ("runs", 80),
            ("steps", 400),
            ("personal_values", 20),
        ):
            counted = text(f"SELECT count(*) FROM {table} WHERE organization_id = :org")
            assert await session.scalar(counted, {"org": salon.organization_id}) == left
    assert (await purge_expired_data(core))["conversations"] == 0


async def test_a_batch_that_takes_too_long_is_tried_again_with_fewer_rows(core: BookingCore) -> None:
    left, tried = 100, []

    async def batch(session: AsyncSession, most: int) -> int:
        nonlocal left
        tried.append(most)
        await session.execute(text("SET LOCAL statement_timeout = '50ms'"))
        await session.execute(text("SELECT pg_sleep(:seconds)"), {"seconds": 1 if most > 20 else 0})
        gone = min(most, left)
        left -= gone
        return gone

    assert await in_batches(core, batch, 64) == 100
    assert tried[:2] == [64, 16]
    assert left == 0


async def test_a_single_row_that_takes_too_long_is_told(core: BookingCore) -> None:
    async def batch(session: AsyncSession, _: int) -> int:
        await session.execute(text("SET LOCAL statement_timeout = '50ms'"))
        await session.execute(text("SELECT pg_sleep(1)"))
        return 0

    with pytest.raises(DBAPIError) as failed:
        await in_batches(core, batch, 4)
    assert isinstance(failed.value.orig, QueryCanceled)


async def test_what_fails_keeps_nothing_else_from_going(
    core: BookingCore, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken() -> int:
        async with core.sessions() as session:
            await session.execute(text("SELECT 1 / 0"))
        return 0

    async def goes() -> int:
        return 3

    caplog.set_level("INFO")
    with pytest.raises(DBAPIError):
        await each_by_itself({"broken things": broken, "old things": goes})
    assert "broken things could not be purged: DivisionByZero" in caplog.text
    assert "purged 3 old things" in caplog.text


async def test_every_purge_can_be_asked_again(core: BookingCore) -> None:
    for removing in (purge, purge_expired_data, purge_access):
        await removing(core)
        assert set((await removing(core)).values()) <= {0}
