"""A worker dies in the middle of an answer: another takes the turn up, and the customer reads one answer."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.async_api import expect
from sqlalchemy import text

from agent.models.output.manners import ENOUGH
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.fake_provider import FakeProvider, ProviderAnswer, chunk
from tests.journeys.cast.arrivals import Arrivals
from tests.journeys.cast.shop import Shop
from web.settings import Settings

CHECKOUT = Path(__file__).resolve().parents[3]
# Five silent seconds and one until somebody looks, on a machine that may be busy with other tests.
TAKEN_UP_WITHIN_MS = 45_000
HALF, WHOLE = "Lavender Lane has a bakery, ", "Lavender Lane has a bakery, and the salon stands behind it."
# It says half of its answer and then nothing; asked again, it says all of it.
STUCK = ProviderAnswer([chunk(content=HALF), 60.0])
# Until a model is known to say nothing but its answer, nothing is shown before the end of a reply.
KNOWN = (ProviderAnswer.speech("Good morning."),) * ENOUGH

WORKING = text("SELECT count(*) FROM turn_workers WHERE seen_at > now() - interval '3 seconds'")

Worker = subprocess.Popen[bytes]


@pytest.fixture
def worker_of(settings: Settings) -> Iterator[Callable[[FakeProvider], Worker]]:
    """Starts `zimun worker` as a process of its own, with the model of a provider."""
    with ExitStack() as stack:

        def start(provider: FakeProvider) -> Worker:
            environment = {
                "PATH": os.environ["PATH"],
                "DATABASE_URL": settings.database_url,
                "REDIS_URL": settings.redis_url,
                "SECRET_KEY": settings.secret_key,
                "PUBLIC_URL": settings.public_url,
                "OPENAI_BASE_URL": provider.base_url,
                "OPENAI_MODEL": "fake-1",
                "LOG_LEVEL": "warning",
            }
            worker = subprocess.Popen(
                [sys.executable, "-m", "web.cli", "worker"], cwd=CHECKOUT, env=environment
            )
            stack.callback(worker.wait)
            stack.callback(worker.kill)
            return worker

        yield start


async def test_a_worker_killed_in_mid_turn_is_replaced_and_the_answer_comes_once(
    arrivals: Arrivals,
    shop: Shop,
    salon: DemoSalon,
    core: BookingCore,
    worker_of: Callable[[FakeProvider], Worker],
) -> None:
    async with FakeProvider(*KNOWN, STUCK, ProviderAnswer.speech(WHOLE)) as provider:
        first = worker_of(provider)
        eve = await arrivals.customer()
        await eve.goes_to(shop.page(salon.organization_id))
        await eve.opens()
        for _ in KNOWN:
            await eve.says("hello")
        await eve.sends("where are you?")
        await expect(eve.being_written).to_contain_text(HALF.strip(), timeout=TAKEN_UP_WITHIN_MS)
        worker_of(provider)
        await work(core, 2)
        first.kill()
        await expect(eve.answers.last).to_contain_text(WHOLE, timeout=TAKEN_UP_WITHIN_MS)
        await eve.is_silent()
        assert (await eve.all_said())[-2:] == ["where are you?", WHOLE]
        assert len(provider.asked) == len(KNOWN) + 2
        await eve.page.reload()
        await eve.opens()
        await expect(eve.answers).to_have_count(len(KNOWN) + 2)
        assert (await eve.all_said())[-2:] == ["where are you?", WHOLE]


async def work(core: BookingCore, count: int) -> None:
    """Waits until so many workers say that they live."""
    async with asyncio.timeout(60), core.sessions() as session:
        while await session.scalar(WORKING) != count:
            await session.rollback()
            await asyncio.sleep(0.1)
