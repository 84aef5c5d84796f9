"""PostgreSQL is away for a while: a worker goes on with all its work when it is back, and goes home when it
is told to."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import psycopg
import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import demo_salon
from booking_core.notices.outbox import NewMail, post
from booking_core.storage.ids import new_id
from tests.booking_core.notices.mailbox import Mailbox, mailbox
from tests.operations.databases import Installation, installation
from tests.places import TABLES
from tests.serving import settings_on
from web.context import AppContext
from web.embedded import EmbeddedServers
from web.worker.worker import GROUPS, run_worker

# About as long as PostgreSQL takes to start again; the queues look at each other every second.
AWAY_SECONDS = 2.5
QUEUES = "SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - interval '3 seconds'"


@asynccontextmanager
async def work(
    installed: Installation, box: Mailbox
) -> AsyncIterator[tuple[BookingCore, asyncio.Task[None]]]:
    """The core, and a worker whose queues are all there."""
    settings = settings_on(installed, smtp_url=box.url, mail_from="chat@salon.example")
    context = AppContext(settings)
    worker = asyncio.create_task(run_worker(settings))
    try:
        with psycopg.connect(installed.database_url, autocommit=True) as connection:
            async with asyncio.timeout(60):
                while connection.execute(QUEUES).fetchone() != (len(GROUPS),):  # noqa: ASYNC110 - as anybody would look
                    await asyncio.sleep(0.05)
        yield context.core, worker
    finally:
        worker.cancel()
        await asyncio.wait([worker])
        await context.close()


@asynccontextmanager
async def away(servers: EmbeddedServers, installed: Installation) -> AsyncIterator[None]:
    """Nobody gets into the database, and whoever was there is thrown out, as when PostgreSQL starts again."""
    name = installed.database_url.rpartition("/")[2]
    with psycopg.connect(servers.database_url, autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,)
        )
        await asyncio.sleep(AWAY_SECONDS)
        try:
            yield
        finally:
            connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")


async def send(core: BookingCore, organization_id: str, subject: str) -> None:
    letter = NewMail(
        id=new_id("mail"),
        organization_id=organization_id,
        kind="verification_code",
        recipient="ada@example.com",
        subject=subject,
        text="Hello",
    )
    async with core.sessions() as session, session.begin():
        await post(session, letter, core.clock.now())


async def arrives(box: Mailbox, subject: str) -> None:
    async with asyncio.timeout(60):
        while subject not in [letter["Subject"] for letter in box.letters]:  # noqa: ASYNC110 - as anybody waits for a letter
            await asyncio.sleep(0.05)


@pytest.fixture
def installed(servers: EmbeddedServers, tmp_path: Path) -> AsyncIterator[Installation]:
    with installation(servers, tmp_path, like=TABLES) as installed:
        yield installed


async def test_letters_are_sent_when_it_is_back(servers: EmbeddedServers, installed: Installation) -> None:
    async with mailbox() as box, work(installed, box) as (core, _):
        async with core.sessions() as session, session.begin():
            organization_id = (await demo_salon(session, name="Salon Violet")).organization_id
        await send(core, organization_id, "before")
        await arrives(box, "before")
        async with away(servers, installed):
            pass
        await core.engine.dispose()
        await send(core, organization_id, "after")
        await arrives(box, "after")


async def test_who_is_told_to_go_home_goes(servers: EmbeddedServers, installed: Installation) -> None:
    async with mailbox() as box, work(installed, box) as (_, worker), away(servers, installed):
        worker.cancel()
        done, _ = await asyncio.wait([worker], timeout=60)
        assert worker in done
        assert worker.cancelled()
