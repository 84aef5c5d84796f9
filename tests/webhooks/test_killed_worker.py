"""Workers die in the middle of telling: everything is told all the same, each event under one id, each
appointment's in their order."""

import asyncio
import json
import os
import sys
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from booking_core.availability.slots import Question
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon, demo_salon
from booking_core.storage.audit import Actor
from booking_core.storage.database import open_engine
from booking_core.time.clock import SystemClock
from booking_core.webhooks.subscriptions import add_endpoint
from tests.attack.options import Sized
from tests.cast import Visitor
from tests.operations.databases import installation
from tests.places import TABLES
from tests.webhooks.receivers import Receiver, receiving
from web.context import open_redis
from web.embedded import EmbeddedServers
from web.secrets.sealing import webhook_seal

KEY = "a key of thirty-two characters!!"
BOOKINGS = 4
# A worker takes its time to start on a machine with other work.
PATIENCE_S = 120


@asynccontextmanager
async def worker(environment: dict[str, str]) -> AsyncIterator[asyncio.subprocess.Process]:
    running = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "web.cli", "worker"),
        env=environment,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        yield running
    finally:
        if running.returncode is None:
            running.kill()
        await running.wait()


@pytest.mark.timeout(480)
async def test_what_dead_workers_left_is_told(servers: EmbeddedServers, tmp_path: Path, size: Sized) -> None:
    with installation(servers, tmp_path, like=TABLES) as new:
        engine, redis = open_engine(new.database_url), open_redis(new.redis_url)
        core = BookingCore(engine, redis, SystemClock())
        async with core.sessions() as session, session.begin():
            salon = await demo_salon(session)
        async with receiving(Receiver(slow_s=0.3)) as receiver:
            environment = os.environ | {
                "DATABASE_URL": new.database_url,
                "REDIS_URL": new.redis_url,
                "SECRET_KEY": KEY,
                "WEBHOOK_LOOPBACK": receiver.origin,
            }
            await listens(core, salon, receiver)
            events = await bookings(core, salon)
            for _ in range(size(2, 1)):
                told = len(receiver.received)
                async with worker(environment) as running:
                    await until(lambda seen=told: len(receiver.received) > seen)  # type: ignore[misc]
                    running.kill()
            async with worker(environment):
                await until(lambda: len(set(receiver.told)) == events)
        await redis.aclose()
        await engine.dispose()
    by_appointment = defaultdict(list)
    for one in receiver.received:
        data = json.loads(one.body)["data"]
        versions = by_appointment[data["appointment_id"]]
        if data["version"] not in versions:
            versions.append(data["version"])
    assert sorted(by_appointment.values()) == [[1, 2]] * BOOKINGS


async def listens(core: BookingCore, salon: DemoSalon, receiver: Receiver) -> None:
    here = salon.organization_id
    owner = Actor("api", "cli_owner", "scope:webhooks:write", organization_id=here)
    allowed = frozenset({receiver.origin})
    await core.transaction(
        salon.organization_id,
        owner,
        lambda desk: add_endpoint(desk, receiver.url, (), webhook_seal(KEY), allowed),
    )


async def bookings(core: BookingCore, salon: DemoSalon) -> int:
    """A few appointments, each cancelled again: how many events that makes."""
    now = SystemClock().now()
    ada = Visitor(core, salon, "Ada")
    question = Question(salon.services["Haircut"], now + timedelta(days=3), now + timedelta(days=20))
    times = await ada.at_desk(lambda desk: desk.availability(question, limit=100))
    for slot in times.slots[:: 100 // BOOKINGS][:BOOKINGS]:
        await ada.cancels(await ada.books("Haircut", slot.start))
    return 2 * BOOKINGS


async def until(happened) -> None:  # type: ignore[no-untyped-def]
    async with asyncio.timeout(PATIENCE_S):
        while not happened():  # noqa: ASYNC110 - the other process notifies nobody here
            await asyncio.sleep(0.05)
