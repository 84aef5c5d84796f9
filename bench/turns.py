"""How long a customer waits for the built-in receptionist, from sending a message to the end of the answer.

    python -m bench.turns [--customers 20] [--think 0.5] [--conversations 60] [--write]

Runs `zimun serve` and `zimun worker` over embedded servers, and lets customers book over HTTP and the stream.
The baseline is a request that asks PostgreSQL and Redis one question each, what is new in the conversation,
under the same load.
"""

import asyncio
import random
import statistics
import time
from itertools import count

import uvloop
from rich.progress import Progress

from bench.command import command, own_servers
from bench.machine import machine, quantile
from bench.page import opened_page
from bench.processor import Effort, effort
from bench.report import shown, table
from bench.serving import serving_api
from booking_core.maintenance.demo import demo_salon
from web.context import AppContext
from web.settings import Settings

SALONS = 10
DAYS = ("Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
SERVICES = ("Haircut", "Blow-dry", "Beard trim")
NUMBERS = count()
HEAD = ("a turn", "ms", "x the baseline")


async def main(customers: int, think: float, conversations: int, settings: Settings) -> list[str]:
    context = AppContext(settings)
    async with context.core.sessions() as session, session.begin():
        salons = [
            (await demo_salon(session, name=f"Salon {number}")).organization_id for number in range(SALONS)
        ]
    await context.close()
    waits: list[float] = []
    probes: list[float] = []
    async with serving_api(settings, processes=1, workers=1) as server:
        url = server.base_urls[0]
        # The first turn waits for the worker to be there; those who come next find connections and plans not
        # yet made. Nobody is measured.
        await converse(url, salons, 0)
        await asyncio.gather(*(converse(url, salons, think) for _ in range(customers)))
        with Progress(transient=True) as progress:
            task = progress.add_task("conversations", total=conversations)
            free = asyncio.Semaphore(customers)

            async def one() -> None:
                async with free:
                    turns, probe = await converse(url, salons, think)
                    waits.extend(turns)
                    probes.append(probe)
                    progress.advance(task)

            before = effort(settings.database_url, settings.redis_url, server.pids)
            await asyncio.gather(*(one() for _ in range(conversations)))
            spent = effort(settings.database_url, settings.redis_url, server.pids).since(before, len(waits))
    return tell(customers, think, waits, probes, spent, machine(settings.database_url))


async def converse(base_url: str, salons: list[str], think: float) -> tuple[list[float], float]:
    """One booking in five turns: seconds from each message to the end of its answer, and those of the
    baseline."""
    number = next(NUMBERS)
    mood = random.Random(number)
    said = (
        "hello",
        # Customers of one salon who are there at the same time want different days.
        f"a {SERVICES[number % len(SERVICES)]} on {DAYS[number // SALONS % len(DAYS)]} afternoon please",
        "the second one",
        # Whoever has booked a few times proves the address first.
        f"Ada Lovelace, ada{number}@example.com",
        "yes",
    )
    waits, outcome = [], ""
    async with opened_page(base_url, salons[number % SALONS]) as page:
        for text in said:
            # Nobody thinks as long as everybody else: in step they would all wait for each other.
            await asyncio.sleep(think * mood.uniform(0.5, 1.5))
            begun = time.perf_counter()
            outcome = await page.says(text)
            waits.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        await page.asks_for_news()
        probe = time.perf_counter() - begun
    if outcome != "booked":
        raise SystemExit(f"the last turn of a conversation ended as {outcome!r}, not with a booking")
    return waits, probe


def tell(
    customers: int, think: float, waits: list[float], probes: list[float], spent: Effort, where: str
) -> list[str]:
    baseline = statistics.median(probes)
    rows = [
        (name, f"{seconds * 1000:.1f}", f"{seconds / baseline:.1f}")
        for name, seconds in (
            ("p50", quantile(waits, 50)),
            ("p90", quantile(waits, 90)),
            ("p99", quantile(waits, 99)),
            ("baseline, median", baseline),
        )
    ]
    return [
        f"{where}; one `zimun serve`, one `zimun worker`",
        "",
        f"{len(waits)} turns of {customers} customers at once, who think for {think:g} s on average "
        f"before each message, after as many others to warm up. One turn takes "
        f"{spent.server:.1f} ms of the server's and the worker's processor time, "
        f"{spent.postgresql:.1f} ms of PostgreSQL's, "
        f"{spent.redis:.1f} ms of Redis', {spent.callers:.1f} ms of the customers'.",
        "",
        *table(HEAD, rows),
    ]


if __name__ == "__main__":
    parser = command(__doc__)
    parser.add_argument("--customers", type=int, default=20)
    parser.add_argument(
        "--think",
        type=float,
        default=0.5,
        help="seconds a customer thinks before each message, give or take half of it",
    )
    parser.add_argument("--conversations", type=int, default=60)
    chosen = parser.parse_args()
    with own_servers() as settings:
        lines = uvloop.run(main(chosen.customers, chosen.think, chosen.conversations, settings))
        shown("turns", lines, write=chosen.write)
