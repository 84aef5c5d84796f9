"""One size of an organization: filled, behind the application, with somebody signed in and a program."""

import re
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from itertools import count
from typing import Any, cast

import httpx
import psycopg
from msgspec import structs
from sqlalchemy import text

from agent.guided.receptionist import GuidedModel
from agent.turns.turn import TurnRunner
from bench.full_house import FullHouse, fill, new_house
from booking_core.access.roles import Role
from booking_core.access.scopes import Scope
from booking_core.api_clients.api_client import ClientLimits, create_api_client
from booking_core.api_clients.tokens import issue_token
from booking_core.storage.database import migrate
from booking_core.storage.ids import new_id
from booking_core.team.accounts import create_account
from booking_core.team.memberships import add_membership
from booking_core.team.sessions import begin_session
from booking_core.time.clock import SystemClock
from booking_core.time.wall_clock import day_around
from web.app import create_app
from web.context import AppContext
from web.settings import Settings

WHOLE = 100_000
LIVE = re.compile(r'id="live" hx-get="([^"]+)"')
OLDER = re.compile(r'id="older"[^>]*href="([^"]+)"')
UNLIMITED = '{"limits": {"conversations_per_address_and_hour": 1000000, "messages_per_day": 10000000}}'


class Stage:
    """One size: its organization behind the application, somebody signed in, a program with a token."""

    def __init__(
        self, house: FullHouse, settings: Settings, http: httpx.AsyncClient, own: AppContext
    ) -> None:
        self.full, self.settings, self.http, self.own = house, settings, http, own
        self.turns = TurnRunner(own.core, own.log, (), GuidedModel())
        self.numbers = count()
        self.addresses: dict[str, str] = {}
        self.slots: list[str] = []
        self.cookie = self.token = ""
        self.day = ""
        # How many times the older page is asked for on the way to a deep one.
        self.depth = 39

    @property
    def home(self) -> str:
        return f"/console/{self.full.salon.organization_id}"

    async def page(self, path: str) -> httpx.Response:
        """A page of the console."""
        answer = await self.http.get(f"{self.home}{path}", headers={"Cookie": f"zimun-session={self.cookie}"})
        return _good(answer)

    async def poll(self, path: str) -> httpx.Response:
        """A page that asks for itself again, where nothing has changed since."""
        if path not in self.addresses:
            self.addresses[path] = self._address(LIVE, await self.page(path))
        return await self.page(self.addresses[path])

    async def deep(self, path: str) -> httpx.Response:
        """The page that is reached by asking for the older ones so many times, or the last one there is."""
        key = f"{path} deep"
        if key not in self.addresses:
            here = path
            for _ in range(self.depth):
                found = OLDER.search((await self.page(here)).text)
                if found is None:
                    break
                here = found[1].replace("&amp;", "&").removeprefix(self.home)
            self.addresses[key] = here
        return await self.page(self.addresses[key])

    async def api(self, method: str, path: str, **given: Any) -> Any:
        key = {"Idempotency-Key": new_id("key")} if method == "POST" else {}
        headers = {"Authorization": f"Bearer {self.token}", **key}
        return _good(await self.http.request(method, f"/api/v1{path}", headers=headers, **given)).json()

    async def appointments(self, **wanted: str) -> Any:
        return await self.api("GET", "/appointments", params=wanted)

    async def free(self, **wanted: str) -> Any:
        return await self.api("GET", "/availability", params={"service_id": self.full.service_id, **wanted})

    async def hold(self) -> Any:
        return await self.api("POST", "/appointments/hold", json={"slot_id": await self.slot()})

    async def confirm(self, hold: Any) -> Any:
        number = next(self.numbers)
        customer = {"name": f"Guest {number}", "email": f"guest{number}@example.com"}
        body = {"hold_id": hold["hold_id"], "customer": customer}
        return await self.api("POST", "/appointments/confirm", json=body)

    async def booked(self) -> Any:
        return await self.confirm(await self.hold())

    async def booked_and_slot(self) -> tuple[Any, str]:
        return await self.booked(), await self.slot()

    async def reschedule(self, given: tuple[Any, str]) -> Any:
        body = {"appointment_id": given[0]["appointment_id"], "slot_id": given[1], "staff": "any"}
        return await self.api("POST", "/appointments/reschedule", json=body)

    async def cancel(self, booked: Any) -> Any:
        return await self.api(
            "POST", "/appointments/cancel", json={"appointment_id": booked["appointment_id"]}
        )

    async def slot(self) -> str:
        """A time nobody has been given yet; each lasts as long as three of the starts that are offered."""
        if not self.slots:
            found = await self.free(limit="500", **self.days(3 + next(self.numbers) % 5, 50))
            self.slots = [one["slot_id"] for one in found["items"]][::3]
        return self.slots.pop()

    def days(self, first: int, last: int) -> dict[str, str]:
        today = datetime.fromisoformat(self.day)
        return {"from": f"{today + timedelta(days=first):%F}", "to": f"{today + timedelta(days=last):%F}"}

    async def opened(self) -> Any:
        body = {"organization_id": self.full.salon.organization_id}
        return _good(await self.http.post("/chat/v1/conversations", json=body)).json()

    async def say(self, chat: Any, words: str = "hello") -> Any:
        body = {"client_msg_id": f"m{next(self.numbers)}", "text": words}
        return await self.chat("POST", chat, "/messages", json=body)

    async def asked(self) -> Any:
        chat = await self.opened()
        await self.say(chat, "a haircut tomorrow afternoon please")
        return chat

    async def turn(self, chat: Any) -> None:
        await self.turns.take(chat["conversation_id"])

    async def chat(self, method: str, chat: Any, path: str, **given: Any) -> Any:
        url = f"/chat/v1/conversations/{chat['conversation_id']}{path}"
        headers = {"Authorization": f"Bearer {chat['token']}"}
        return _good(await self.http.request(method, url, headers=headers, **given)).json()

    async def ready(self) -> Any:
        return _good(await self.http.get("/health/ready"))

    def _address(self, pattern: re.Pattern[str], answer: httpx.Response) -> str:
        found = pattern.search(answer.text)
        if found is None:
            raise NotAnswered(f"{answer.url} does not ask for itself")
        return found[1].replace("&amp;", "&").removeprefix(self.home)


class NotAnswered(Exception):
    """A status that is no success."""


async def set_up_stage(
    stack: AsyncExitStack,
    size: float,
    settings: Settings,
    prefix: str = "growth",
    template: str = "template1",
) -> Stage:
    """A filled database, and the application on it. ``template`` may be one that has been migrated."""
    database = f"{prefix}_{round(size * WHOLE)}"
    with psycopg.connect(settings.database_url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {database} TEMPLATE {template}".encode())
    own = structs.replace(settings, database_url=f"{settings.database_url.rpartition('/')[0]}/{database}")
    migrate(own.database_url)
    house = AppContext(own)
    stack.push_async_callback(house.close)
    now = SystemClock().now()
    async with house.core.sessions() as session, session.begin():
        full = await new_house(session, round(size * WHOLE))
        values = {"chat": UNLIMITED, "id": full.salon.organization_id}
        await session.execute(
            text("UPDATE organizations SET chat = CAST(:chat AS jsonb) WHERE id = :id"), values
        )
    fill(own.database_url, full, now, day_around(now, "Europe/Berlin")[0])
    app = create_app(own)
    await stack.enter_async_context(app.lifespan())
    transport = httpx.ASGITransport(cast(Any, app))
    http = await stack.enter_async_context(httpx.AsyncClient(transport=transport, base_url=own.public_url))
    stage = Stage(full, own, http, house)
    stage.day = f"{now:%F}"
    await _admit(stage, now)
    return stage


async def _admit(stage: Stage, now: datetime) -> None:
    """An API client and an owner, who may do everything as often as they like."""
    organization_id = stage.full.salon.organization_id
    async with stage.own.core.sessions() as session, session.begin():
        limits = ClientLimits(requests_per_minute=10_000_000, holds_at_once=1_000_000)
        new = create_api_client(session, organization_id, "bench", tuple(Scope), now, limits)
        account = await create_account(session, f"{new_id('who')}@example.com", "Olive", "a few plain words")
        await session.flush()
        add_membership(session, organization_id, account, Role.OWNER)
        # Longer than a token lasts: filling and looking take more than ten minutes.
        stage.token = await issue_token(session, new.client, tuple(Scope), None, now + timedelta(days=1))
        stage.cookie = await begin_session(session, account, now + timedelta(hours=10))


def _good(answer: httpx.Response) -> httpx.Response:
    if answer.status_code >= 400:
        raise NotAnswered(
            f"{answer.request.method} {answer.url} answered {answer.status_code}: {answer.text[:300]}"
        )
    return answer
