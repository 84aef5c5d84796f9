"""PostgreSQL is away in every way it can be: no door says 500, none lets anybody wait, readiness tells the
truth, and all is well soon after."""

import asyncio
import os
import signal
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager, suppress
from functools import partial
from time import monotonic
from typing import Any, ClassVar

import httpx
import psycopg
import pytest
from msgspec import structs

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon, demo_salon
from booking_core.time.clock import FrozenClock
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.attack.outages.every_door import EveryDoor, Knock, route_table
from tests.attack.outages.proxy import Faults, faulty_wire
from tests.attack.outages.test_dying_postgres import answers
from tests.serving import serving, settings_on
from tests.web.chat.conftest import Browser, opened
from web.app import create_app
from web.embedded import EmbeddedServers
from web.server.health import GOOD_FOR_S
from web.worker.worker import run_worker

# What is promised is five seconds; a machine that is busy with other tests is given more, and whoever hangs
# needs forty.
GIVEN_UP_AFTER = 15
WELL = "/health/ready"
# Several at once, so that each connection of each pool is somebody's first.
AT_ONCE = 8
END_ALL = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> "
    "pg_backend_pid()"
)


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
async def named_salon(core: BookingCore) -> DemoSalon:
    """Under the demo's own name, so that its website is served too."""
    async with core.sessions() as session, session.begin():
        return await demo_salon(session)


class Doors:
    """What came of asking every route at once."""

    def __init__(self, doors: EveryDoor, figures: Figures) -> None:
        self.doors = doors
        self.figures = figures

    async def asked(self, phase: str, at_once: int = 100) -> dict[str, Any]:
        table = {**{route: self.doors.of(*route) for route in route_table()}, **self.doors.knocks}
        began, room = monotonic(), asyncio.Semaphore(at_once)
        found = await asyncio.gather(*(self._answer(*route, knock, room) for route, knock in table.items()))
        slowest = max(found, key=lambda one: one[2])
        counts = Counter(kind for _, kind, _ in found)
        told = " ".join(f"{kind}:{number}" for kind, number in sorted(counts.items()))
        self.figures.note(
            **{phase: f"({told} slowest {slowest[2]:.1f} s {slowest[0]} all {monotonic() - began:.1f} s)"}
        )
        return {route: kind for route, kind, _ in found}

    async def _answer(
        self, method: str, path: str, knock: Knock, room: asyncio.Semaphore
    ) -> tuple[str, str, float]:
        async with room:
            began = monotonic()
            try:
                kind = kind_of(path, await knock(self.doors.http))
            except httpx.TimeoutException:
                kind = "hung"
            return f"{method} {path}", kind, monotonic() - began


def kind_of(path: str, answer: httpx.Response) -> str:
    """``fine``, ``away`` for an honest 503, or what else was said."""
    status = answer.status_code
    if path.startswith("/o ") and status == 200:
        result = answer.json().get("result") or {
            "isError": True,
            "structuredContent": {"status": answer.text},
        }
        status = result["structuredContent"]["status"] if result.get("isError") else 200
        return "away" if status == 503 else "fine" if status == 200 else str(status)
    if status == 503:
        return "away" if "Retry-After" in answer.headers or path == WELL else "503 without Retry-After"
    return "fine" if status < 400 else str(status)


@asynccontextmanager
async def house(
    servers: EmbeddedServers, core: BookingCore, salon: DemoSalon, faults: Faults, clock: FrozenClock
) -> AsyncIterator[EveryDoor]:
    """Web and worker behind the faulty wire; the requests are made before anything is wrong."""
    async with faulty_wire(servers.database_url, faults) as url:
        behind = structs.replace(servers, database_url=url)
        settings = settings_on(behind)
        async with serving(settings, partial(create_app, clock=clock)) as base_url:
            worker = asyncio.create_task(run_worker(settings_on(behind, public_url=base_url), clock=clock))
            # A server may hang up on an idle connection in the moment it is used again, which is no finding
            # here.
            limits = httpx.Limits(max_keepalive_connections=0)
            async with httpx.AsyncClient(base_url=base_url, timeout=GIVEN_UP_AFTER, limits=limits) as http:
                doors = EveryDoor(http, core, salon, settings_on(behind, public_url=base_url))
                await doors.find()
                try:
                    yield doors
                finally:
                    faults.silent = faults.answers_lost = False
                    await OpenStream.close_all()
                    worker.cancel()
                    await asyncio.wait([worker])


def must_be_honest(found: dict[str, str], *, ready: str) -> None:
    assert {
        route: kind for route, kind in found.items() if kind not in ("fine", "away", "404", "409", "410")
    } == {}
    assert found[f"GET {WELL}"] == ready
    assert found["GET /health/live"] == "fine"


async def well_again(doors: EveryDoor, figures: Figures, phase: str) -> None:
    """Ready, and everything that is asked first on every connection that was left over is granted."""
    began = monotonic()
    async with asyncio.timeout(GIVEN_UP_AFTER * 2):
        while (await doors.http.get(WELL)).status_code != 200:  # noqa: ASYNC110 - as a load balancer looks
            await asyncio.sleep(0.1)
    figures.note(**{f"{phase}_ready_again_s": round(monotonic() - began, 1)})
    first = [
        ("POST", "/oauth/token"),
        ("GET", "/api/v1/services"),
        ("GET", "/chat/v1/conversations/{conversation_id}"),
    ]
    answers = await asyncio.gather(
        *(doors.knocks[route](doors.http) for route in first for _ in range(AT_ONCE))
    )
    assert [one.text for one in answers if one.status_code != 200] == []


async def customer_is_answered(doors: EveryDoor, page: Browser, figures: Figures, phase: str) -> None:
    """What is said now is answered over the stream, by a worker that has lost every connection."""
    began = monotonic()
    async with asyncio.timeout(GIVEN_UP_AFTER * 2):
        while (await page.sends(text="When are you open?")).status_code != 202:  # noqa: ASYNC110
            await asyncio.sleep(0.2)
        events = [one["event"] for one in await page.polls(wait=2)]
        while "run.completed" not in events:
            events = [one["event"] for one in await page.polls(wait=2)]
    figures.note(**{f"{phase}_answered_s": round(monotonic() - began, 1)})


class OpenStream:
    """A stream that is open while things happen; comes back with its cursor where it is hung up on, as a page
    does."""

    opened: ClassVar[list["OpenStream"]] = []

    def __init__(self, page: Browser) -> None:
        self.opened.append(self)
        self.page = page
        self.names: list[str] = []
        self.broken = 0
        self._cursor = page.cursor
        self._task = asyncio.create_task(self._read())

    async def _read(self) -> None:
        while True:
            with suppress(httpx.HTTPError):
                await self._once()
            self.broken += 1
            await asyncio.sleep(0.3)

    async def _once(self) -> None:
        headers = self.page.headers | {"Last-Event-ID": self._cursor}
        async with self.page.http.stream("GET", f"{self.page.path}/events", headers=headers) as answer:
            async for line in answer.aiter_lines():
                if line.startswith("id: "):
                    self._cursor = line.removeprefix("id: ")
                if line.startswith("event: "):
                    self.names.append(line.removeprefix("event: "))

    async def hears_of_the_answer(self) -> None:
        async with asyncio.timeout(GIVEN_UP_AFTER):
            while "run.completed" not in self.names:  # noqa: ASYNC110 - as anybody waits for an answer
                await asyncio.sleep(0.1)
        self.names.clear()

    @classmethod
    async def close_all(cls) -> None:
        """Also when the test has failed: it would come back for ever."""
        while cls.opened:
            task = cls.opened.pop()._task
            task.cancel()
            await asyncio.wait((task,))


def admin(url: str) -> psycopg.Connection[Any]:
    return psycopg.connect(url, autocommit=True, options="-c default_transaction_read_only=off")


@contextmanager
def read_only(servers: EmbeddedServers) -> Iterator[None]:
    with admin(servers.database_url) as connection:
        connection.execute("ALTER SYSTEM SET default_transaction_read_only = on")
        connection.execute("SELECT pg_reload_conf()")
        try:
            yield
        finally:
            connection.execute("ALTER SYSTEM RESET default_transaction_read_only")
            connection.execute("SELECT pg_reload_conf()")


@contextmanager
def crowded(servers: EmbeddedServers) -> Iterator[None]:
    """Everybody is thrown out, and every place is taken by somebody else."""
    taken: list[psycopg.Connection[Any]] = [admin(servers.database_url)]
    try:
        for _ in range(3):
            taken[0].execute(END_ALL if len(taken) == 1 else "SELECT 1")
            with suppress(psycopg.OperationalError):
                while True:
                    taken.append(psycopg.connect(servers.database_url, connect_timeout=2))
        yield
    finally:
        for one in taken:
            one.close()


@contextmanager
def silent(faults: Faults) -> Iterator[None]:
    faults.silent = True
    yield
    faults.silent = False


@contextmanager
def silent_in_the_middle(faults: Faults) -> Iterator[None]:
    faults.answers_lost = True
    yield
    faults.answers_lost = False


async def begin(doors: EveryDoor, figures: Figures) -> tuple[Doors, Browser, OpenStream]:
    page = await opened(doors.http, doors.salon.organization_id)
    asked = Doors(doors, figures)
    # A busy machine that is well turns people away who all come at the same moment.
    found = await asked.asked("well", at_once=AT_ONCE)
    assert {route: kind for route, kind in found.items() if kind != "fine"} == {}
    return asked, page, OpenStream(page)


async def test_every_door_is_honest_while_postgresql_is_away(
    servers: EmbeddedServers,
    core: BookingCore,
    named_salon: DemoSalon,
    faults: Faults,
    clock: FrozenClock,
    figures: Figures,
    full: bool,
    size: Sized,
) -> None:
    """One way after the other, so that each begins with what the one before has left."""
    ways: dict[str, Callable[[], AbstractContextManager[None]]] = {
        "read_only": lambda: read_only(servers),
        "silent": lambda: silent(faults),
        "silent_in_the_middle": lambda: silent_in_the_middle(faults),
        "crowded": lambda: crowded(servers),
    }
    chosen = ways if full else {name: ways[name] for name in ("read_only", "silent")}
    async with house(servers, core, named_salon, faults, clock) as doors:
        asked, page, stream = await begin(doors, figures)
        for way, away in chosen.items():
            with away():
                # What readiness found before is good for as long.
                await asyncio.sleep(GOOD_FOR_S)
                for number in range(size(3, 1)):
                    must_be_honest(await asked.asked(f"{way}_{number}"), ready="away")
                    await asyncio.sleep(size(5, 0))
            await well_again(doors, figures, way)
            await customer_is_answered(doors, page, figures, way)
            await stream.hears_of_the_answer()
        figures.note(stream_broken=stream.broken)


async def test_every_door_is_honest_while_postgresql_starts_again(
    servers: EmbeddedServers,
    core: BookingCore,
    named_salon: DemoSalon,
    faults: Faults,
    clock: FrozenClock,
    figures: Figures,
    size: Sized,
) -> None:
    async with house(servers, core, named_salon, faults, clock) as doors:
        asked, page, stream = await begin(doors, figures)
        for how in (signal.SIGINT, signal.SIGQUIT)[: size(2, 1)]:
            # Nobody asks anything meanwhile: every connection that was left over is stale, and none is known
            # to be.
            await stop_and_wait(servers, how)
            await well_again(doors, figures, f"{how.name}_unnoticed")
            stopping = asyncio.create_task(stop_and_wait(servers, how))
            while not stopping.done():
                found = await asked.asked(f"{how.name}_meanwhile")
                must_be_honest(found, ready=found[f"GET {WELL}"])
            await stopping
            await well_again(doors, figures, how.name)
            await customer_is_answered(doors, page, figures, how.name)
            await stream.hears_of_the_answer()


async def stop_and_wait(servers: EmbeddedServers, how: signal.Signals) -> None:
    last = servers.postgres.pid
    os.kill(last, how)
    async with asyncio.timeout(60):
        while servers.postgres.pid == last or not await asyncio.to_thread(answers, servers.database_url):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
