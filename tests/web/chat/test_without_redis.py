"""The stream is away with its Redis: the page still shows what the rows know."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest
from msgspec import structs

from booking_core.maintenance.demo import DemoSalon
from tests.serving import NO_TLS, serving
from tests.web.chat.conftest import Browser, opened
from web.settings import Settings
from web.worker.worker import run_worker


@pytest.fixture
async def lonely(settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """The application and a worker whose Redis does not answer."""
    without = structs.replace(settings, redis_url="redis://127.0.0.1:1/0")
    async with (
        serving(without) as base_url,
        httpx.AsyncClient(verify=NO_TLS, base_url=base_url, timeout=20) as client,
    ):
        working = asyncio.create_task(run_worker(without))
        yield client
        working.cancel()
        await asyncio.wait([working])


async def answer_to(page: Browser, text: str) -> str:
    """What the newest snapshot shows once the turn is over."""
    sent = await page.sends(text=text)
    assert sent.status_code == 202
    async with asyncio.timeout(60):
        while True:
            for event in await page.polls():
                conversation = event["data"]["conversation"]
                newest = conversation["messages"][-1]
                if conversation["run"] is None and newest["role"] == "assistant":
                    return str(newest["text"])


async def test_answers_are_shown_from_the_rows(lonely: httpx.AsyncClient, salon: DemoSalon) -> None:
    assert (await lonely.get("/health/ready")).json()["status"] == "degraded"
    page = await opened(lonely, salon.organization_id)
    assert "45 minutes" in await answer_to(page, "how long does a haircut take?")
    assert "free for Haircut" in await answer_to(page, "haircut next week in the morning")
    assert len((await page.shown())["messages"]) == 5
