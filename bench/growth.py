"""What every page, call and nightly job costs as one organization grows: at a thousandth, a tenth and the
whole of its size.

    python -m bench.growth [--size 0.01] [--looks 40] [--only search] [--write]

The whole is 100,000 conversations with a million messages and 2.7 million steps, 100,000 appointments and
20,000 customers. Each size has a database of its own on one PostgreSQL; each look goes through the
application in this process, the sizes in turn. A thing to be looked at is one line of ``LOOKS`` or ``JOBS``.
Statements are counted at the driver, BEGIN and COMMIT not among them.
"""

import re
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from datetime import datetime, timedelta
from itertools import count
from typing import Any, cast

import httpx
import psycopg
import uvloop
from msgspec import Struct, field, structs
from rich.progress import Progress
from sqlalchemy import text

from agent.data_retention.retention import purge_expired_data
from agent.guided.receptionist import GuidedModel
from agent.turns.turn import TurnRunner
from bench.command import command, own_servers
from bench.full_house import FREQUENT_WORD, RARE_WORD, FullHouse, fill, new_house
from bench.machine import machine, quantile
from bench.report import shown, table
from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.maintenance.purge import purge
from booking_core.storage.database import migrate
from booking_core.storage.ids import new_id
from booking_core.team.accounts import new_account
from booking_core.team.memberships import new_membership
from booking_core.team.sessions import begin_session
from booking_core.time.clock import SystemClock
from booking_core.time.wall_clock import day_around
from web.access.api_clients import Limits, new_api_client
from web.access.purging import purge_access
from web.access.scopes import Scope
from web.access.tokens import issue_token
from web.app import create_app
from web.context import AppContext
from web.settings import Settings

WHOLE = 100_000
SIZES = (0.001, 0.1, 1.0)
WARMING_UP = 5
HEAD = ("", "statements", "p50 ms", "p95 ms")
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


class Look(Struct, frozen=True):
    """One line of the table. What is made ``before`` is not measured, and is given to it."""

    name: str
    does: Callable[..., Awaitable[Any]]
    before: Callable[[Stage], Awaitable[Any]] | None = None


LIST, TALK = "/conversations", "/conversations/{}"
LOOKS = (
    Look("console: list", lambda s: s.page(LIST)),
    Look("console: list, deep", lambda s: s.deep(LIST)),
    Look("console: list, waiting", lambda s: s.page(f"{LIST}?status=waiting")),
    Look("console: list, closed", lambda s: s.page(f"{LIST}?status=closed")),
    Look("console: list, closed, deep", lambda s: s.deep(f"{LIST}?status=closed")),
    Look("console: list, booked", lambda s: s.page(f"{LIST}?outcome=booked")),
    Look("console: list, handed over", lambda s: s.page(f"{LIST}?outcome=handed_over")),
    Look("console: list, no outcome", lambda s: s.page(f"{LIST}?outcome=none")),
    Look("console: list, moved (there is none)", lambda s: s.page(f"{LIST}?outcome=moved")),
    Look("console: search, rare word", lambda s: s.page(f"{LIST}?q={RARE_WORD}")),
    Look("console: search, frequent word", lambda s: s.page(f"{LIST}?q={FREQUENT_WORD}")),
    Look("console: search, two letters", lambda s: s.page(f"{LIST}?q=ge")),
    Look("console: search, nothing said so", lambda s: s.page(f"{LIST}?q=zzzzqqqq")),
    Look("console: search, a name", lambda s: s.page(f"{LIST}?q=Cleo+Adler+2")),
    Look("console: search, an address", lambda s: s.page(f"{LIST}?q=customer7@example.com")),
    Look("console: search, rare word, closed", lambda s: s.page(f"{LIST}?q={RARE_WORD}&status=closed")),
    Look("console: transcript", lambda s: s.page(TALK.format(s.full.conversation_id(1)))),
    Look("console: agenda of a day", lambda s: s.page("/agenda?day=" + s.days(1, 1)["from"])),
    Look("console: agenda, an old day", lambda s: s.page("/agenda?day=" + s.days(-1, 0)["from"])),
    Look("console: outbox", lambda s: s.page("/outbox")),
    Look("poll: list", lambda s: s.poll(LIST)),
    Look("poll: search, frequent word", lambda s: s.poll(f"{LIST}?q={FREQUENT_WORD}")),
    Look("poll: search, rare word", lambda s: s.poll(f"{LIST}?q={RARE_WORD}")),
    Look("poll: transcript", lambda s: s.poll(TALK.format(s.full.conversation_id(1)))),
    Look("poll: agenda", lambda s: s.poll("/agenda?day=" + s.days(1, 1)["from"])),
    Look("poll: outbox", lambda s: s.poll("/outbox")),
    Look("API: services", lambda s: s.api("GET", "/services")),
    Look("API: availability, a day", lambda s: s.free(**s.days(1, 1))),
    Look("API: availability, a month", lambda s: s.free(**s.days(1, 30))),
    Look("API: hold", lambda s: s.hold()),
    Look("API: confirm", lambda s, hold: s.confirm(hold), Stage.hold),
    Look("API: reschedule", lambda s, both: s.reschedule(both), Stage.booked_and_slot),
    Look("API: cancel", lambda s, booked: s.cancel(booked), Stage.booked),
    Look("API: appointments", lambda s: s.appointments()),
    Look("API: appointments, from today", lambda s: s.appointments(**{"from": s.day})),
    Look("API: appointments, pending", lambda s: s.appointments(status="pending_approval")),
    Look("API: appointments, no show (there is none)", lambda s: s.appointments(status="no_show")),
    Look("API: appointments, cancelled", lambda s: s.appointments(status="cancelled")),
    Look("API: appointments, cancelled from today",
        lambda s: s.appointments(status="cancelled", **{"from": s.day})),
    Look("API: appointments, pending before today",
        lambda s: s.appointments(status="pending_approval", to=s.days(-2, 0)["from"])),
    Look("API: appointments, an unknown code", lambda s: s.appointments(booking_code="NOBODY")),
    Look("chat: open", lambda s: s.opened()),
    Look("chat: look again", lambda s, chat: s.chat("GET", chat, ""), Stage.asked),
    Look("chat: post", lambda s, chat: s.say(chat), Stage.opened),
    Look("chat: a turn", lambda s, chat: s.turn(chat), Stage.asked),
    Look("chat: events, from a snapshot", lambda s, chat: s.chat("GET", chat, "/events?wait=0"), Stage.asked),
    Look("chat: events, going on",
        lambda s, chat: s.chat("GET", chat, f"/events?wait=0&after={chat['cursor']}"), Stage.asked),
    Look("health: ready", lambda s: s.ready()),
)  # fmt: skip
# What a night does, once; what is over by then is a day's worth of everything.
JOBS: dict[str, Callable[[BookingCore], Awaitable[Any]]] = {
    "night: purge": purge,
    "night: retention": purge_expired_data,
    "night: sign-ins and tokens": purge_access,
}


class Found(Struct):
    """Seconds of each look at one size, those that were not answered among them."""

    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    statements: int = 0

    def ms(self, percent: int) -> float:
        return quantile(self.seconds, percent) * 1000


async def main(sizes: list[float], looks: int, only: str, settings: Settings) -> list[str]:
    async with AsyncExitStack() as stack:
        stages = {}
        for size in sizes:
            begun = time.perf_counter()
            stages[size] = await staged(stack, size, settings)
            print(f"{size * WHOLE:,.0f} conversations in {time.perf_counter() - begun:.0f} s")
        with Progress(transient=True) as progress:
            wanted = [one for one in LOOKS if only in one.name]
            found = {
                one.name: await looked(one, stages, looks)
                for one in progress.track(wanted, description="looking")
            }
        jobs = {}
        for name, job in JOBS.items():
            if only in name:
                jobs[name] = {size: await done(stage, job) for size, stage in stages.items()}
    return told(found, jobs, sizes, machine(settings.database_url))


async def staged(stack: AsyncExitStack, size: float, settings: Settings, prefix: str = "growth") -> Stage:
    """A filled database, and the application on it."""
    database = f"{prefix}_{round(size * WHOLE)}"
    with psycopg.connect(settings.database_url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {database}".encode())
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
    async with house.core.sessions() as session, session.begin():
        limits = Limits(requests_per_minute=10_000_000, holds_at_once=1_000_000)
        new = new_api_client(session, full.salon.organization_id, "bench", tuple(Scope), now, limits)
        email = f"{new_id('who')}@example.com"
        account = await new_account(session, email, "Olive", "x" * 20)
        await session.flush()
        new_membership(session, full.salon.organization_id, account, Role.OWNER)
        # Longer than a token lasts: filling and looking take more than ten minutes.
        stage.token = await issue_token(session, new.client, tuple(Scope), None, now + timedelta(days=1))
        stage.cookie = await begin_session(session, account, now + timedelta(hours=10))
    return stage


async def looked(look: Look, stages: dict[float, Stage], looks: int) -> dict[float, Found]:
    """The sizes in turn: whatever else the machine does meets all of them."""
    found = {size: Found() for size in stages}
    for number in range(-WARMING_UP, looks):
        for size, stage in stages.items():
            given = () if look.before is None else (await look.before(stage),)
            with sent() as statements:
                begun = time.perf_counter()
                try:
                    await look.does(stage, *given)
                except NotAnswered as refused:
                    found[size].failures.append(str(refused))
                took = time.perf_counter() - begun
            if number >= 0:
                found[size].seconds.append(took)
                found[size].statements = len(statements)
    return found


async def done(stage: Stage, job: Callable[[BookingCore], Awaitable[Any]]) -> str:
    begun = time.perf_counter()
    try:
        removed = await job(stage.own.core)
    except Exception as error:
        return f"failed after {time.perf_counter() - begun:.1f} s: {type(error).__name__}"
    what = ", ".join(f"{number:,} {name}" for name, number in removed.items() if number)
    return f"{time.perf_counter() - begun:.2f} s: {what or 'nothing'}"


@contextmanager
def sent() -> Iterator[list[str]]:
    """Every statement that goes to PostgreSQL through the driver inside the block, whoever sends it."""
    statements: list[str] = []
    execute = psycopg.AsyncCursor.execute

    async def counted(cursor: Any, query: Any, *given: Any, **more: Any) -> Any:
        statements.append(str(query))
        return await execute(cursor, query, *given, **more)

    psycopg.AsyncCursor.execute = counted  # type: ignore[method-assign]
    try:
        yield statements
    finally:
        psycopg.AsyncCursor.execute = execute  # type: ignore[method-assign]


def told(
    found: dict[str, dict[float, Found]], jobs: dict[str, dict[float, str]], sizes: list[float], where: str
) -> list[str]:
    names = [f"{size * WHOLE:,.0f}" for size in sizes]
    head = [
        "",
        "statements",
        *(f"{name} p50 ms" for name in names),
        *(f"{name} p95" for name in names),
        "ratio",
    ]
    rows = []
    for name, by_size in found.items():
        each = [by_size[size] for size in sizes]
        medians, tails = ([f"{one.ms(percent):.1f}" for one in each] for percent in (50, 95))
        rows.append((name, each[-1].statements, *medians, *tails, f"{each[-1].ms(50) / each[0].ms(50):.2f}"))
    nights = [(name, *(by_size[size] for size in sizes)) for name, by_size in jobs.items()]
    lines = [where, "", *table(head, rows)]
    for name, by_size in found.items():
        for size, one in by_size.items():
            if one.failures:
                lines += [
                    "",
                    f"{name}, {size * WHOLE:,.0f}: {len(one.failures)} failed, {one.failures[0][:200]}",
                ]
    return [*lines, "", *table(["", *names], nights)] if nights else lines


def _good(answer: httpx.Response) -> httpx.Response:
    if answer.status_code >= 400:
        raise NotAnswered(
            f"{answer.request.method} {answer.url} answered {answer.status_code}: {answer.text[:300]}"
        )
    return answer


if __name__ == "__main__":
    parser = command(__doc__)
    parser.add_argument("--size", type=float, default=1.0, help="the largest size, as a share of the whole")
    parser.add_argument("--looks", type=int, default=40)
    parser.add_argument("--only", default="", help="only what has this in its name")
    chosen = parser.parse_args()
    looked_at = [*(size for size in SIZES if size < chosen.size), chosen.size]
    with own_servers() as settings:
        lines = uvloop.run(main(looked_at, chosen.looks, chosen.only, settings))
        shown("growth", lines, write=chosen.write)
