"""A real server for the customers' door, and a customer who speaks plain HTTP to it."""

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from typing import Any

import httpx
import pytest

from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.cast import MONDAY
from tests.serving import NO_TLS, serving, settings_on
from web.app import create_app
from web.embedded import EmbeddedServers
from web.settings import Settings
from web.worker.worker import run_worker


@pytest.fixture(scope="session")
def settings(servers: EmbeddedServers) -> Settings:
    return settings_on(servers)


@pytest.fixture(scope="session")
async def base_url(settings: Settings) -> AsyncIterator[str]:
    """The application with the tests' clock."""
    async with serving(settings, partial(create_app, clock=FrozenClock(MONDAY))) as address:
        yield address


@pytest.fixture(scope="module")
async def worker(settings: Settings) -> AsyncIterator[None]:
    """Ended with its module: there is one queue, and other tests have workers of their own."""
    working = asyncio.create_task(run_worker(settings, clock=FrozenClock(MONDAY)))
    yield
    working.cancel()
    await asyncio.wait([working])


@pytest.fixture
async def http(base_url: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(verify=NO_TLS, base_url=base_url, timeout=20) as client:
        yield client


class Browser:
    """A customer's page: opens a conversation, sends messages, reads the stream."""

    def __init__(self, http: httpx.AsyncClient, opened: dict[str, Any]) -> None:
        self.http = http
        self.id = opened["conversation_id"]
        self.cursor = opened["cursor"]
        self.headers = {"Authorization": f"Bearer {opened['token']}"}

    @property
    def path(self) -> str:
        return f"/chat/v1/conversations/{self.id}"

    async def sends(self, **message: Any) -> httpx.Response:
        message.setdefault("client_msg_id", new_id("m"))
        return await self.http.post(f"{self.path}/messages", json=message, headers=self.headers)

    async def shown(self) -> dict[str, Any]:
        response = await self.http.get(self.path, headers=self.headers)
        response.raise_for_status()
        view: dict[str, Any] = response.json()
        return view

    async def polls(self, *, wait: int = 5, after: str | None = None) -> list[dict[str, Any]]:
        params = {"after": self.cursor if after is None else after, "wait": wait}
        response = await self.http.get(f"{self.path}/events", params=params, headers=self.headers)
        response.raise_for_status()
        self.cursor = response.json()["cursor"]
        events: list[dict[str, Any]] = response.json()["events"]
        return events

    async def until(self, name: str) -> list[dict[str, Any]]:
        """Every event up to and with the first of that name."""
        events: list[dict[str, Any]] = []
        async with asyncio.timeout(60):
            while name not in [event["event"] for event in events]:
                events += await self.polls()
        return events


@pytest.fixture
async def page(http: httpx.AsyncClient, salon: DemoSalon) -> Browser:
    return await opened(http, salon.organization_id)


async def opened(http: httpx.AsyncClient, organization_id: str) -> Browser:
    response = await http.post(
        "/chat/v1/conversations", json={"organization_id": organization_id, "locale": "en-US"}
    )
    assert response.status_code == 201, response.text
    return Browser(http, response.json())
