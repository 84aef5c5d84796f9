"""How long a customer waits for the built-in receptionist, from sending a message to the end of the answer.

    python -m bench.turns [--customers 20] [--think 0.5] [--conversations 60]

Runs the web application and a worker over embedded servers, and lets customers book over HTTP and the stream as a browser does.
The baseline is a request that only asks PostgreSQL and Redis whether they live (``/health/ready``), under the same load.
"""

import argparse
import asyncio
import socket
import statistics
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import msgspec
import uvicorn
import uvloop
from rich.progress import Progress

from booking_core.database import migrate
from booking_core.demo import demo_salon
from web.app import create_app
from web.dependencies import House
from web.embedded import embedded_servers_blocking
from web.settings import Settings
from web.worker import run_worker

SERVICES = ("Haircut", "Blow-dry", "Beard trim")
NUMBERS = count()


async def main(customers: int, think: float, conversations: int, settings: Settings) -> None:
    house = House(settings)
    async with house.core.sessions() as session, session.begin():
        salons = [
            (await demo_salon(session, name=f"Salon {number}")).organization_id
            for number in range(conversations)
        ]
    await house.close()
    async with serving(settings) as base_url, httpx.AsyncClient(base_url=base_url, timeout=30) as http:
        waits: list[float] = []
        probes: list[float] = []
        free = asyncio.Semaphore(customers)
        with Progress(transient=True) as progress:
            task = progress.add_task("conversations", total=conversations)

            async def one(organization_id: str) -> None:
                async with free:
                    waits.extend(await converse(http, organization_id, think))
                    probes.append(await timed(http.get("/health/ready")))
                    progress.advance(task)

            await asyncio.gather(*(one(organization_id) for organization_id in salons))
    tell(customers, waits, probes)


async def converse(http: httpx.AsyncClient, organization_id: str, think: float) -> list[float]:
    """One booking in five turns; seconds from each message to the end of its answer."""
    opened = (await http.post("/chat/v1/conversations", json={"organization_id": organization_id})).json()
    path = f"/chat/v1/conversations/{opened['conversation_id']}"
    headers = {"Authorization": f"Bearer {opened['token']}"}
    service = SERVICES[next(NUMBERS) % len(SERVICES)]
    said = (
        "hello",
        f"a {service} on Thursday afternoon please",
        "the second one",
        "Ada Lovelace, ada@example.com",
        "yes",
    )
    waits = []
    async with http.stream("GET", f"{path}/events", headers=headers) as stream:
        events = answers(stream)
        for number, text in enumerate(said):
            await asyncio.sleep(think)
            begun = time.perf_counter()
            sent = await http.post(
                f"{path}/messages", json={"client_msg_id": f"m{number}", "text": text}, headers=headers
            )
            sent.raise_for_status()
            outcome = await anext(events)
            waits.append(time.perf_counter() - begun)
    if outcome != "booked":
        raise SystemExit(f"the last turn of a conversation ended as {outcome!r}, not with a booking")
    return waits


async def answers(stream: httpx.Response) -> AsyncIterator[str]:
    """The outcome of each turn, as its end arrives."""
    name = ""
    async for line in stream.aiter_lines():
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: ") and name == "run.completed":
            data: dict[str, Any] = msgspec.json.decode(line.removeprefix("data: "))
            yield data["outcome"]


async def timed(request: Any) -> float:
    begun = time.perf_counter()
    await request
    return time.perf_counter() - begun


@asynccontextmanager
async def serving(settings: Settings) -> AsyncIterator[str]:
    working = asyncio.create_task(run_worker(settings))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(create_app(settings), log_config=None, access_log=False))
        task = asyncio.create_task(server.serve([listener]))
        while not server.started:  # noqa: ASYNC110 - uvicorn tells it by a flag only
            await asyncio.sleep(0.05)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        await task
    working.cancel()
    await asyncio.wait([working])


def tell(customers: int, waits: list[float], probes: list[float]) -> None:
    baseline = statistics.median(probes)
    print(f"{len(waits)} turns, {customers} customers at once")
    for name, seconds in (
        ("p50", quantile(waits, 50)),
        ("p90", quantile(waits, 90)),
        ("p99", quantile(waits, 99)),
    ):
        print(f"  {name}  {seconds * 1000:7.1f} ms   {seconds / baseline:5.1f} x the baseline")
    print(f"  baseline (/health/ready, median)  {baseline * 1000:.1f} ms")


def quantile(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--customers", type=int, default=20)
    parser.add_argument(
        "--think", type=float, default=0.5, help="seconds a customer thinks before each message"
    )
    parser.add_argument("--conversations", type=int, default=60)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory, embedded_servers_blocking(Path(directory)) as servers:
        migrate(servers.database_url)
        given = Settings(database_url=servers.database_url, redis_url=servers.redis_url, secret_key="x" * 40)
        uvloop.run(main(chosen.customers, chosen.think, chosen.conversations, given))
