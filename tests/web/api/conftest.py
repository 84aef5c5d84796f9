"""A real server, and programs that speak plain HTTP to it: each a client of one salon, with a token of its
own."""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from typing import Any

import httpx
import pytest

from booking_core.access.scopes import Scope
from booking_core.api_clients.api_client import ClientLimits, NewSecret, create_api_client
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.cast import MONDAY
from tests.serving import NO_TLS, listening, port_of, serving, settings_on
from web.app import create_app
from web.embedded import EmbeddedServers

API = "/api/v1"


@pytest.fixture(scope="session")
def api_clock() -> FrozenClock:
    return FrozenClock(MONDAY)


@contextmanager
def later(clock: FrozenClock, by: timedelta) -> Iterator[None]:
    """The server's clock further on, for a while."""
    clock.advance(by)
    try:
        yield
    finally:
        clock.advance(-by)


@pytest.fixture(scope="session")
def webhook_port() -> int:
    """A port that nobody has, for a receiver of webhooks on this machine."""
    with listening() as listener:
        return port_of(listener)


@pytest.fixture(scope="session")
async def api_url(servers: EmbeddedServers, api_clock: FrozenClock, webhook_port: int) -> AsyncIterator[str]:
    settings = settings_on(servers, webhook_loopback=(f"http://127.0.0.1:{webhook_port}",))
    async with serving(settings, partial(create_app, clock=api_clock)) as url:
        yield url


@pytest.fixture
async def http(api_url: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(verify=NO_TLS, base_url=api_url, timeout=30) as client:
        yield client


class Program:
    """An API client with a token, and what it does at the counter."""

    def __init__(self, http: httpx.AsyncClient, new: NewSecret, salon: DemoSalon) -> None:
        self.http = http
        self.client_id = new.client.id
        self.secret = new.secret
        self.salon = salon
        self.token = ""

    async def signs_in(self) -> None:
        self.token = await self.gets_token()

    async def gets_token(self, **form: str) -> str:
        """One more token, for the API where no ``resource`` is named."""
        grant = {"grant_type": "client_credentials", **form}
        answer = await self.http.post("/oauth/token", data=grant, auth=(self.client_id, self.secret))
        assert answer.status_code == 200, answer.text
        token: str = answer.json()["access_token"]
        return token

    async def gets_door_token(self, **form: str) -> str:
        """One for the MCP door of its salon."""
        door = f"{str(self.http.base_url).rstrip('/')}/o/{self.salon.organization_id}/mcp"
        return await self.gets_token(resource=door, **form)

    @property
    def auth(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    async def gets(self, path: str, **query: Any) -> httpx.Response:
        headers = self.auth | query.pop("headers", {})
        return await self.http.get(API + path, params=query, headers=headers)

    async def posts(
        self, path: str, body: Any, *, key: str | None = None, headers: dict[str, str] | None = None
    ) -> httpx.Response:
        sent = self.auth | (headers or {}) | ({"Idempotency-Key": key} if key else {})
        return await self.http.post(f"{API}/appointments{path}", json=body, headers=sent)

    async def slots(
        self, service: str = "Haircut", day: str = "2026-11-24", **query: Any
    ) -> list[dict[str, Any]]:
        answer = await self.gets("/availability", service_id=self.salon.services[service], date=day, **query)
        assert answer.status_code == 200, answer.text
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    async def holds(self, slot: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
        slot = slot or (await self.slots())[0]
        answer = await self.posts("/hold", {"slot_id": slot["slot_id"], **more}, key=new_id("key"))
        assert answer.status_code == 201, answer.text
        hold: dict[str, Any] = answer.json()
        return hold

    async def confirms(self, hold_id: str, key: str | None = None, **more: Any) -> httpx.Response:
        body = {"hold_id": hold_id, "customer": {"name": "Ada", "email": "ada@example.com"}, **more}
        return await self.posts("/confirm", body, key=key or new_id("key"))

    async def books(self, slot: dict[str, Any] | None = None) -> dict[str, Any]:
        answer = await self.confirms((await self.holds(slot))["hold_id"])
        assert answer.status_code == 201, answer.text
        appointment: dict[str, Any] = answer.json()
        return appointment


async def program_of(
    http: httpx.AsyncClient,
    core: BookingCore,
    salon: DemoSalon,
    *scopes: Scope,
    limits: ClientLimits | None = None,
) -> Program:
    """A client of the salon with these scopes, or all of them, signed in."""
    async with core.sessions() as session, session.begin():
        new = create_api_client(
            session, salon.organization_id, "A program", scopes or tuple(Scope), core.clock.now(), limits
        )
    program = Program(http, new, salon)
    await program.signs_in()
    return program


@pytest.fixture
async def program(http: httpx.AsyncClient, core: BookingCore, salon: DemoSalon) -> Program:
    return await program_of(http, core, salon)


@pytest.fixture
async def other_program(http: httpx.AsyncClient, core: BookingCore, other_salon: DemoSalon) -> Program:
    return await program_of(http, core, other_salon)
