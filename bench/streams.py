"""Open streams on one web process: what each costs in memory, and how long an event takes to every reader.

    python -m bench.streams [--streams 1000] [--events 2000] [--write]

The baseline is a bare application under the same server that holds as many streams open and tells each the
same number of bytes.
"""

import asyncio
import random
import resource
import time
from collections.abc import Sequence

import httpx
import msgspec
import psutil
import uvloop
from msgspec import Struct
from rich.progress import Progress
from sqlalchemy.ext.asyncio import async_sessionmaker

from agent.live_stream.stream import ConversationLog
from bench.bare_streams import SETTLES_S, bare_streams, read_asked
from bench.command import command, own_servers
from bench.machine import machine, quantile
from bench.report import shown, table
from bench.serving import serving_api
from booking_core.maintenance.demo import demo_salon
from booking_core.storage.database import open_engine
from web.context import open_redis
from web.settings import Settings

HEAD = (
    "one web process",
    "streams",
    "KB each",
    "delivery p50 ms",
    "p99 ms",
    "Redis connections",
    "of them pub/sub",
)


# Sixty events a second over all conversations: what a hundred answers at once write.
PAUSE_S = 1 / 60


class Reader(Struct):
    """One open connection, and when each event reached it."""

    conversation_id: str
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter


async def main(streams: int, events: int, given: Settings) -> list[Sequence[object]]:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, 4 * streams)), hard))
    engine = open_engine(given.database_url, pool_size=1)
    async with async_sessionmaker(engine)() as session, session.begin():
        salon = await demo_salon(session)
    await engine.dispose()
    bare = await bare_streams(streams)
    redis = open_redis(given.redis_url)
    async with serving_api(given, processes=1) as server:
        process, url = psutil.Process(server.pids[0]), server.base_urls[0]
        opened = await conversations(url, salon.organization_id, streams)
        await asyncio.sleep(SETTLES_S)
        before = process.memory_info().rss
        readers = [await reading(url, number, one) for number, one in enumerate(opened)]
        await asyncio.sleep(SETTLES_S)
        each = (process.memory_info().rss - before) / streams / 1024
        waits = await read_delivered(ConversationLog(redis), readers, events)
        # Not ours: the bench's own.
        clients = [one for one in await redis.client_list() if one["addr"] not in own_addresses()]
        pubsubs = sum(int(one["psub"]) + int(one["sub"]) > 0 for one in clients)
    await redis.aclose()
    p50, p99 = quantile(waits, 50) * 1000, quantile(waits, 99) * 1000
    return [
        ("bare application", streams, f"{bare:.1f}", "-", "-", "-", "-"),
        ("`zimun serve`", streams, f"{each:.1f}", f"{p50:.1f}", f"{p99:.1f}", len(clients), pubsubs),
    ]


async def conversations(url: str, organization_id: str, many: int) -> list[dict[str, str]]:
    async with httpx.AsyncClient(base_url=url, timeout=30) as http:
        opened = []
        with Progress(transient=True) as progress:
            for _ in progress.track(range(many), description="opening"):
                answer = await http.post("/chat/v1/conversations", json={"organization_id": organization_id})
                answer.raise_for_status()
                opened.append(answer.json())
    return opened


async def reading(url: str, number: int, opened: dict[str, str]) -> Reader:
    id_ = opened["conversation_id"]
    headers = {"Authorization": f"Bearer {opened['token']}", "Last-Event-ID": opened["cursor"]}
    reader, writer = await read_asked(url, number, f"/chat/v1/conversations/{id_}/events", headers)
    return Reader(id_, reader, writer)


async def read_delivered(log: ConversationLog, readers: list[Reader], events: int) -> list[float]:
    """Seconds from writing an event to its reader having it, of so many, one after the other in any
    conversation."""
    sent: dict[int, float] = {}
    waits: list[float] = []

    async def listen(one: Reader) -> None:
        async for line in one.reader:
            if line.startswith(b'data: {"v":1,"bench":'):
                number = msgspec.json.decode(line.removeprefix(b"data: "))["bench"]
                waits.append(time.perf_counter() - sent[number])

    listening = [asyncio.create_task(listen(one)) for one in readers]
    with Progress(transient=True) as progress:
        for number in progress.track(range(events), description="telling"):
            sent[number] = time.perf_counter()
            told = [("message.delta", {"bench": number, "text": "x" * 40})]
            await log.append(random.choice(readers).conversation_id, told)
            await asyncio.sleep(PAUSE_S)
    await asyncio.sleep(SETTLES_S)
    for task in listening:
        task.cancel()
    if len(waits) != events:
        raise SystemExit(f"{events - len(waits)} of {events} events did not arrive")
    return waits


def own_addresses() -> set[str]:
    mine = psutil.Process().net_connections("tcp")
    return {f"{one.laddr.ip}:{one.laddr.port}" for one in mine}


if __name__ == "__main__":
    parser = command(__doc__)
    parser.add_argument("--streams", type=int, default=1000)
    parser.add_argument("--events", type=int, default=2000)
    chosen = parser.parse_args()
    with own_servers() as settings:
        rows = uvloop.run(main(chosen.streams, chosen.events, settings))
        shown("streams", [machine(settings.database_url), "", *table(HEAD, rows)], write=chosen.write)
