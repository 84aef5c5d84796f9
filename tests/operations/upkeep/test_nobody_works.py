"""A dead worker, and work that was given up: readiness, the doctor and the log tell of it, and there is a way
out."""

import asyncio
import logging
from contextlib import suppress

import httpx
import psycopg
import pytest

from booking_core.maintenance.demo import demo_salon
from tests.booking_core.notices.mailbox import mailbox
from tests.operations.databases import Installation
from tests.serving import NO_TLS, serving, settings_on
from web.context import AppContext
from web.jobs.worker_letter import SENT, worker_letter
from web.server.worker_watch import WorkerWatch
from web.worker.worker import run_worker

JOB = (
    "INSERT INTO procrastinate_jobs (queue_name, task_name, status, attempts) VALUES ('mail', 'send', "
    "'failed', 100)"
)


@pytest.fixture
async def context(migrated: Installation) -> AppContext:
    context = AppContext(settings_on(migrated))
    yield context
    await context.close()


async def a_customer_waits(context: AppContext, http: httpx.AsyncClient) -> tuple[str, dict[str, str]]:
    async with context.core.sessions() as session, session.begin():
        organization_id = (await demo_salon(session)).organization_id
    opened = (await http.post("/chat/v1/conversations", json={"organization_id": organization_id})).json()
    path, headers = (
        f"/chat/v1/conversations/{opened['conversation_id']}",
        {"Authorization": f"Bearer {opened['token']}"},
    )
    sent = await http.post(f"{path}/messages", json={"client_msg_id": "m1", "text": "hello"}, headers=headers)
    assert sent.status_code == 202
    return path, headers


async def complaints(context: AppContext, caplog: pytest.LogCaptureFixture) -> list[str]:
    """What a web process says in a while, which is once however often it looks."""
    watching = asyncio.create_task(WorkerWatch(context.core, every_s=0.05).watch())
    await asyncio.sleep(0.5)
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching
    return [
        one.getMessage()
        for one in caplog.records
        if one.name == "zimun.watch" and one.levelno == logging.ERROR
    ]


async def test_a_worker_that_is_not_there_is_noticed(
    migrated: Installation, context: AppContext, caplog: pytest.LogCaptureFixture
) -> None:
    async with (
        serving(context.settings) as url,
        httpx.AsyncClient(verify=NO_TLS, base_url=url, timeout=20) as http,
    ):
        await a_customer_waits(context, http)
        ready = await http.get("/health/ready")
        assert (ready.status_code, ready.json()) == (200, {"status": "degraded", "worker": "away"})
        doctor = await asyncio.to_thread(migrated.asks, "doctor")
        assert "none is alive; 1 customers wait" in doctor.output
        assert "Start `zimun worker`" in doctor.output
        assert await complaints(context, caplog) == [
            "no worker is alive: 1 customers wait, and no email is sent"
        ]
        worker = asyncio.create_task(run_worker(context.settings))
        async with asyncio.timeout(60):
            while (await http.get("/health/ready")).json() != {"status": "ok"}:  # noqa: ASYNC110 - as a load balancer looks
                await asyncio.sleep(0.2)
        worker.cancel()
        await asyncio.wait([worker])


async def test_a_worker_that_is_not_there_is_written_of_once(
    migrated: Installation, context: AppContext
) -> None:
    async with mailbox() as box:
        settings = settings_on(migrated, smtp_url=box.url, alarm_email="owner@salon.example")
        letter = worker_letter(settings, context.redis)
        # Two web processes look, often.
        watches = [WorkerWatch(context.core, letter, every_s=0.05, letter_after_s=0.1) for _ in range(2)]
        watching = [asyncio.create_task(watch.watch()) for watch in watches]
        async with asyncio.timeout(60):
            while not box.letters:  # noqa: ASYNC110 - as anybody waits for a letter
                await asyncio.sleep(0.05)
        await asyncio.sleep(1)
        assert [one["To"] for one in box.letters] == ["owner@salon.example"]
        worker = asyncio.create_task(run_worker(context.settings))
        async with asyncio.timeout(60):
            while await context.redis.exists(SENT):  # noqa: ASYNC110 - as anybody would look
                await asyncio.sleep(0.1)
        for task in (worker, *watching):
            task.cancel()
        await asyncio.wait([worker, *watching])
        assert len(box.letters) == 1
    assert worker_letter(settings_on(migrated), context.redis) is None


@pytest.mark.parametrize(("option", "left"), [("--retry", 1), ("--drop", 0)])
async def test_what_was_given_up_is_told_and_begun_anew_or_dropped(
    option: str, left: int, migrated: Installation, context: AppContext, caplog: pytest.LogCaptureFixture
) -> None:
    async with (
        serving(context.settings) as url,
        httpx.AsyncClient(verify=NO_TLS, base_url=url, timeout=20) as http,
    ):
        path, headers = await a_customer_waits(context, http)
        with psycopg.connect(migrated.database_url, autocommit=True) as connection:
            connection.execute("UPDATE waiting_turns SET attempts = 10")
            connection.execute(JOB)
            assert "given_up" in (await http.get("/health/ready")).json()
            assert any(
                "1 turns were given up" in one and "1 jobs" in one
                for one in await complaints(context, caplog)
            )
            assert "1 turns, 1 jobs" in (await asyncio.to_thread(migrated.asks, "doctor")).output
            assert "1 turns and 1 jobs were given up" in await asyncio.to_thread(migrated.said, "stuck")
            await asyncio.to_thread(migrated.said, "stuck", option)
            assert connection.execute("SELECT count(*), max(attempts) FROM waiting_turns").fetchone() == (
                (left, 0) if left else (0, None)
            )
            assert connection.execute(
                "SELECT count(*) FROM procrastinate_jobs WHERE status = 'todo'"
            ).fetchone() == (left,)
            assert "0 turns and 0 jobs were given up" in await asyncio.to_thread(migrated.said, "stuck")
        run = (await http.get(path, headers=headers)).json()["run"]
        assert (run is not None) == bool(left)
