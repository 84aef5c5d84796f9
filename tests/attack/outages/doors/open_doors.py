"""Every door of a server whose connections can be cut, asked without PostgreSQL, and what came of it."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial
from time import monotonic
from typing import Any, ClassVar

import httpx
from msgspec import structs

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.attack.figures import Figures
from tests.attack.outages.doors.every_door import EveryDoor, Knock
from tests.attack.outages.doors.route_table import route_table
from tests.attack.outages.doors.settings_doors import BEGINNINGS
from tests.attack.outages.proxy import Faults, faulty_wire
from tests.serving import NO_TLS, serving, settings_on
from tests.web.chat.conftest import Browser, opened
from web.app import create_app
from web.embedded import EmbeddedServers
from web.worker.worker import run_worker

# What is promised is five seconds; a machine that is busy with other tests is given more, and whoever hangs
# needs forty.
GIVEN_UP_AFTER = 15
# An answer takes a worker that has found everything again; on such a machine that is not a matter of seconds.
ANSWERED_WITHIN = 60
WELL = "/health/ready"
HONEST = ("fine", "away", "404", "409", "410")
ARRANGED = "/console/{organization_id}/"
FORMS = tuple(f"POST {begins}" for begins in BEGINNINGS)
# Asked often enough, they refuse to be guessed at, or to write to a mailbox again.
TESTS = "POST /console/{organization_id}/settings"
TRIED = ("letter-words", "sender", "texts")
COUNT_TRIES = ("POST /console/sign-in", *(f"{TESTS}/{one}/test" for one in TRIED))
# The server has no mail server, and says so.
NO_MAIL = "POST /console/profile/email"
# Several at once, so that each connection of each pool is somebody's first.
AT_ONCE = 8


class Doors:
    """What came of asking every route at once."""

    def __init__(self, doors: EveryDoor, figures: Figures) -> None:
        self.doors = doors
        self.figures = figures

    async def asked(self, phase: str, at_once: int = 40) -> dict[str, Any]:
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
            async with httpx.AsyncClient(
                verify=NO_TLS, base_url=base_url, timeout=GIVEN_UP_AFTER, limits=limits
            ) as http:
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
    # Forms of the console say what is missing in them.
    forms = [route for route in found if route.startswith(FORMS)]
    honest = {
        **dict.fromkeys(found, HONEST),
        **dict.fromkeys((*forms, NO_MAIL), (*HONEST, "422")),
        **dict.fromkeys(COUNT_TRIES, (*HONEST, "422", "429")),
    }
    others = {route: kind for route, kind in found.items() if kind not in honest[route]}
    assert not others, others
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
    async with asyncio.timeout(ANSWERED_WITHIN):
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


async def begin(doors: EveryDoor, figures: Figures) -> tuple[Doors, Browser, OpenStream]:
    page = await opened(doors.http, doors.salon.organization_id)
    asked = Doors(doors, figures)
    # A busy machine that is well turns people away who all come at the same moment.
    found = await asked.asked("well", at_once=2)
    wrong = {
        route: kind
        for route, kind in found.items()
        if kind != "fine"
        and not (kind in ("404", "422") and ARRANGED in route)
        and not (kind == "422" and route == NO_MAIL)
        # The salon is the same for all of these tests, and its letters of a minute are counted.
        and not (kind == "429" and route in COUNT_TRIES)
    }
    assert wrong == {}, wrong
    return asked, page, OpenStream(page)
