"""Streams that are cut, trimmed and not heard: no text is lost, told twice or out of order."""

import asyncio
import random
from contextlib import AsyncExitStack
from functools import partial

import httpx
from msgspec import structs
from psycopg import AsyncConnection
from redis.asyncio import Redis

from agent.live_stream.stream import ConversationLog
from agent.models.scripted import ScriptedModel
from booking_core.maintenance.demo import DemoSalon
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.attack.turns.pages import Page, frames
from tests.attack.turns.workers import beside, end, talkative, until, work
from tests.serving import NO_TLS, serving
from web.settings import Settings
from web.worker.worker import run_worker

# What deploy/README.md promises those who run PostgreSQL.
WORKERS_CONNECTIONS = 21


async def test_cut_off_all_the_time_every_answer_is_read_whole_and_once(
    settings: Settings, redis: Redis, salon: DemoSalon, size: Sized, figures: Figures, full: bool
) -> None:
    """Two web processes; notifications are dropped and logs trimmed meanwhile, and at full size workers end
    in mid-answer."""
    readers, questions = size(60, 4), size(3, 1)
    async with AsyncExitStack() as stack:
        urls = [await stack.enter_async_context(serving(settings)) for _ in range(2)]
        worker = asyncio.create_task(work(settings, 6 if full else None))
        stack.push_async_callback(end, worker)
        http = await stack.enter_async_context(
            httpx.AsyncClient(verify=NO_TLS, timeout=30, limits=httpx.Limits(max_connections=None))
        )
        pages = [await Page.opened(urls, salon.organization_id, http) for _ in range(readers)]

        async def talks(page: Page) -> None:
            for number in range(questions):
                await page.asks(f"Tell me more, for the {number}th time")

        async with beside(partial(silence_bells, redis), partial(trim_logs, redis)):
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


async def silence_bells(redis: Redis) -> None:
    """Heard again after a second, and then for a while."""
    await asyncio.sleep(random.uniform(0.5, 4))
    await redis.execute_command("CLIENT", "KILL", "TYPE", "pubsub")


async def trim_logs(redis: Redis) -> None:
    await asyncio.sleep(0.3)
    async for key in redis.scan_iter("chat:*:log"):
        if random.random() < 0.2:
            await redis.xtrim(key, maxlen=random.choice((0, 2)), approximate=False)


async def test_what_nobody_heard_comes_before_what_was_heard(
    settings: Settings, redis: Redis, salon: DemoSalon
) -> None:
    log = ConversationLog(redis)
    async with (
        serving(settings) as url,
        httpx.AsyncClient(verify=NO_TLS, timeout=30) as http,
        asyncio.timeout(30),
    ):
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
    async with serving(settings) as url, httpx.AsyncClient(verify=NO_TLS, timeout=30) as http:
        pages = [await Page.opened([url], salon.organization_id, http) for _ in range(12)]
        worker = asyncio.create_task(run_worker(own, models=[ScriptedModel(forever=talkative)]))
        asking = [asyncio.create_task(page.asks("Tell me more")) for page in pages]
        await until(lambda: any(page.texts for page in pages))
        assert 0 < await connect(settings, "ended") <= WORKERS_CONNECTIONS
        begun = {page for page in pages if page.texts}
        await end(worker)
        async with asyncio.timeout(60):
            while await connect(settings, "ended"):  # noqa: ASYNC110 - PostgreSQL tells it to nobody
                await asyncio.sleep(0.1)
        await end(*asking)
        for page in begun:
            shown = [text for text in (await page.shown()).values() if text.startswith("word0-")]
            assert [text.endswith("and that is all.") for text in shown] == [True]


async def connect(settings: Settings, name: str) -> int:
    """How many connections PostgreSQL has that call themselves so."""
    async with await AsyncConnection.connect(settings.database_url) as connection:
        asked = await connection.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = %s", [name]
        )
        row = await asked.fetchone()
        return int(row[0]) if row else 0
