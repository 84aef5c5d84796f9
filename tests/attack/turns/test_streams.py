"""Streams that are cut, trimmed, not heard and not read: no text is lost, told twice or out of order, and
nobody waits for the dead."""

import asyncio
import random
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress

import httpx
import psutil
import pytest
from msgspec import structs
from psycopg import AsyncConnection
from redis.asyncio import Redis
from redis.exceptions import RedisError

from agent.live_stream.stream import ConversationLog
from agent.models.scripted import ModelInput, Say, ScriptedModel, Steps, Wait
from booking_core.maintenance.demo import DemoSalon
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.attack.turns.pages import Page, frames
from tests.serving import serving, settings_on
from web.embedded import EmbeddedServers
from web.server import http_timeouts
from web.settings import Settings
from web.worker.worker import run_worker

WORDS = 40
# What deploy/README.md promises those who run PostgreSQL.
WORKERS_CONNECTIONS = 21


@pytest.fixture(scope="session")
def settings(servers: EmbeddedServers) -> Settings:
    return settings_on(servers)


@pytest.fixture
def patient_a_second(full: bool, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes one of our patiences a second, but for runs at full size."""

    def made(name: str) -> None:
        if not full:
            monkeypatch.setattr(http_timeouts, name, 1)

    return made


def talkative(heard: ModelInput) -> Steps:
    """A long answer, a word at a time, and never the same."""
    said = f"{len(heard.messages)}-{random.randrange(10**6)}"
    words = [step for number in range(WORDS) for step in (Say(f"word{number}-{said} "), Wait(0.02))]
    return [*words, Say("and that is all.")]


async def working(settings: Settings, dies_every: float | None) -> None:
    """A worker; another one each time it is ended in the middle of what it does."""
    while True:
        task = asyncio.create_task(run_worker(settings, models=[ScriptedModel(forever=talkative)]))
        try:
            await asyncio.wait_for(asyncio.shield(task), dies_every)
        except TimeoutError:
            pass
        finally:
            task.cancel()
            await asyncio.wait([task])


@asynccontextmanager
async def beside(*deeds: Callable[[], Awaitable[object]]) -> AsyncIterator[None]:
    over = asyncio.Event()

    async def again(deed: Callable[[], Awaitable[object]]) -> None:
        # Told, not cancelled: a Redis client whose connection has just been killed takes a cancellation for a
        # broken line.
        while not over.is_set():
            with suppress(RedisError, OSError):
                await deed()

    tasks = [asyncio.create_task(again(deed)) for deed in deeds]
    try:
        yield
    finally:
        over.set()
        await asyncio.wait(tasks)


async def ended(*tasks: asyncio.Task[None]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)


async def test_cut_off_all_the_time_every_answer_is_read_whole_and_once(
    settings: Settings, redis: Redis, salon: DemoSalon, size: Sized, figures: Figures, full: bool
) -> None:
    """Two web processes; notifications are dropped and logs trimmed meanwhile, and at full size workers end
    in mid-answer."""
    readers, questions = size(60, 4), size(3, 1)

    async def silences_the_bells() -> None:
        # Heard again after a second, and then for a while.
        await asyncio.sleep(random.uniform(0.5, 4))
        await redis.execute_command("CLIENT", "KILL", "TYPE", "pubsub")

    async def trims_the_logs() -> None:
        await asyncio.sleep(0.3)
        async for key in redis.scan_iter("chat:*:log"):
            if random.random() < 0.2:
                await redis.xtrim(key, maxlen=random.choice((0, 2)), approximate=False)

    async with AsyncExitStack() as stack:
        urls = [await stack.enter_async_context(serving(settings)) for _ in range(2)]
        worker = asyncio.create_task(working(settings, 6 if full else None))
        stack.push_async_callback(ended, worker)
        http = await stack.enter_async_context(
            httpx.AsyncClient(timeout=30, limits=httpx.Limits(max_connections=None))
        )
        pages = [await Page.opened(urls, salon.organization_id, http) for _ in range(readers)]

        async def talks(page: Page) -> None:
            for number in range(questions):
                await page.asks(f"Tell me more, for the {number}th time")

        async with beside(silences_the_bells, trims_the_logs):
            await asyncio.gather(*map(talks, pages))
        for page in pages:
            shown = await page.shown()
            answers = {id_: text for id_, text in shown.items() if text.startswith("word0-")}
            assert len(answers) == questions
            assert {id_: page.texts.get(id_) for id_ in answers} == answers
    figures.note(
        streams=readers,
        answers=readers * questions,
        cuts=sum(page.cuts for page in pages),
        snapshots=sum(page.snapshots for page in pages),
        fetches=sum(page.fetches for page in pages),
    )


async def test_what_nobody_heard_comes_before_what_was_heard(
    settings: Settings, redis: Redis, salon: DemoSalon
) -> None:
    log = ConversationLog(redis)
    async with serving(settings) as url, httpx.AsyncClient(timeout=30) as http, asyncio.timeout(30):
        page = await Page.opened([url], salon.organization_id, http)
        conversation_id = page.path.rpartition("/")[2]
        headers = page.headers | {"Last-Event-ID": page.cursor}
        async with http.stream("GET", f"{url}{page.path}/events", headers=headers) as response:
            reading = frames(response)
            assert (await anext(reading))[1] == "hello"
            for number in range(20):
                await log.append(conversation_id, [("heard", {"number": number})])
                assert (await anext(reading))[1:] == ("heard", {"v": 1, "number": number})
                unheard = {"event": "unheard", "data": f'{{"number":{number}}}'}
                await redis.xadd(f"chat:{{{conversation_id}}}:log", unheard)  # type: ignore[arg-type]
                await log.append(conversation_id, [("heard", {"number": -number})])
                assert (await anext(reading))[1:] == ("unheard", {"number": number})
                assert (await anext(reading))[1:] == ("heard", {"v": 1, "number": -number})


async def test_a_worker_that_is_ended_finishes_its_answers_and_leaves_no_connection(
    settings: Settings, salon: DemoSalon
) -> None:
    mark = "?" if "?" not in settings.database_url else "&"
    own = structs.replace(settings, database_url=f"{settings.database_url}{mark}application_name=ended")
    async with serving(settings) as url, httpx.AsyncClient(timeout=30) as http:
        pages = [await Page.opened([url], salon.organization_id, http) for _ in range(12)]
        worker = asyncio.create_task(run_worker(own, models=[ScriptedModel(forever=talkative)]))
        asking = [asyncio.create_task(page.asks("Tell me more")) for page in pages]
        await until(lambda: any(page.texts for page in pages))
        assert 0 < await connected(settings, "ended") <= WORKERS_CONNECTIONS
        begun = {page for page in pages if page.texts}
        await ended(worker)
        async with asyncio.timeout(10):
            while await connected(settings, "ended"):  # noqa: ASYNC110 - PostgreSQL tells it to nobody
                await asyncio.sleep(0.1)
        await ended(*asking)
        for page in begun:
            shown = [text for text in (await page.shown()).values() if text.startswith("word0-")]
            assert [text.endswith("and that is all.") for text in shown] == [True]


async def test_whoever_never_reads_is_hung_up_on_and_whoever_comes_back_has_missed_nothing(
    settings: Settings,
    redis: Redis,
    salon: DemoSalon,
    size: Sized,
    figures: Figures,
    patient_a_second: Callable[[str], None],
) -> None:
    patient_a_second("SECONDS_TO_READ")
    dead, events = size(100, 3), 300
    async with serving(settings) as url, httpx.AsyncClient(timeout=30) as http:
        port = int(url.rpartition(":")[2])
        pages = [await Page.opened([url], salon.organization_id, http) for _ in range(dead)]
        sockets = [never_reads(port, page) for page in pages]
        await until(lambda: connections(port) >= dead)
        begun = asyncio.get_running_loop().time()
        log = ConversationLog(redis)
        for page in pages:
            await log.append(
                page.path.rpartition("/")[2], [("noise", {"n": n, "of": "x" * 4000}) for n in range(events)]
            )
        await until(lambda: connections(port) <= 1, within=http_timeouts.SECONDS_TO_READ + 10)
        figures.note(dead=dead, hung_up_after_s=round(asyncio.get_running_loop().time() - begun, 1))
        told: list[int] = []
        async with http.stream(
            "GET",
            f"{url}{pages[0].path}/events",
            headers=pages[0].headers | {"Last-Event-ID": pages[0].cursor},
        ) as response:
            async for _, name, data in frames(response):
                if name == "noise":
                    told.append(data["n"])
                if len(told) == events:
                    break
        assert told == list(range(events))
        for one in sockets:
            one.close()


async def test_whoever_asks_without_end_is_hung_up_on_and_others_are_answered(
    settings: Settings,
    salon: DemoSalon,
    size: Sized,
    figures: Figures,
    patient_a_second: Callable[[str], None],
) -> None:
    """Half a request that trickles in, and bodies without measure."""
    patient_a_second("SECONDS_TO_ASK")
    slow, large = size(50, 5), size(1000, 10)
    async with serving(settings) as url, httpx.AsyncClient(base_url=url, timeout=30) as http:
        port = int(url.rpartition(":")[2])
        trickling = [asyncio.create_task(trickles(port)) for _ in range(slow)]
        before = psutil.Process().memory_info().rss
        for _ in range(large):
            answer = await http.post("/chat/v1/conversations", content=b"x" * 300_000)
            assert answer.status_code == httpx.codes.REQUEST_ENTITY_TOO_LARGE
        assert (await http.get("/health/live")).status_code == httpx.codes.OK
        ended = await asyncio.gather(*trickling)
        assert all(ended)
        figures.note(slow=slow, large=large, mb_more=(psutil.Process().memory_info().rss - before) >> 20)


def never_reads(port: int, page: Page) -> socket.socket:
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.connect(("127.0.0.1", port))
    asked = (
        f"GET {page.path}/events HTTP/1.1\r\nHost: x\r\nAuthorization: {page.headers['Authorization']}\r\n"
    )
    connection.sendall(f"{asked}Last-Event-ID: {page.cursor}\r\n\r\n".encode())
    return connection


async def trickles(port: int) -> bool:
    """A header a moment, for ever; whether one is hung up on."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"POST /chat/v1/conversations HTTP/1.1\r\nHost: x\r\n")
    with suppress(ConnectionError):
        for number in range(200):
            writer.write(f"X-{number}: y\r\n".encode())
            with suppress(TimeoutError):
                if await asyncio.wait_for(reader.read(1), http_timeouts.SECONDS_TO_ASK / 10) == b"":
                    return True
        return False
    return True


async def connected(settings: Settings, name: str) -> int:
    """How many connections PostgreSQL has that call themselves so."""
    async with await AsyncConnection.connect(settings.database_url) as connection:
        asked = await connection.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = %s", [name]
        )
        row = await asked.fetchone()
        return int(row[0]) if row else 0


def connections(port: int) -> int:
    """How many the server has accepted and not hung up on."""
    mine = psutil.Process().net_connections("tcp")
    return sum(one.laddr.port == port and one.status == psutil.CONN_ESTABLISHED for one in mine)


async def until(done: Callable[[], bool], within: float = 30) -> None:
    async with asyncio.timeout(within):
        while not done():  # noqa: ASYNC110 - the kernel tells it to nobody
            await asyncio.sleep(0.1)
