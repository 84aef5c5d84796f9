"""Measures one contender in a process of its own: ``python -m bench.loops.measure CONTENDER BASE_URL TURNS
AT_ONCE`` prints JSON.

A contender is a module with ``prepared(base_url)``: it returns a function that takes one turn, throws its
events into a list, and returns the seconds to the first word.
"""

import asyncio
import importlib
import json
import statistics
import sys
import time
from collections.abc import Awaitable, Callable

import uvloop

from web.server.gc_tuning import freeze_startup_objects

Turn = Callable[[], Awaitable[float]]
WARM_UP = 5


async def measure(contender: str, base_url: str, turns: int, at_once: int) -> dict[str, float]:
    take: Turn = await importlib.import_module(f"bench.loops.{contender}").prepared(base_url)
    for _ in range(WARM_UP):
        await take()
    # As our processes do once they have started; here it is done for everybody.
    freeze_startup_objects()
    left, firsts, wholes = iter(range(turns)), [], []

    async def customer() -> None:
        for _ in left:
            begun = time.perf_counter()
            firsts.append(await take())
            wholes.append(time.perf_counter() - begun)

    processor = time.process_time()
    await asyncio.gather(*(customer() for _ in range(at_once)))
    spent = time.process_time() - processor
    return {
        "cpu_ms": spent / turns * 1000,
        **{f"first_p{percent}": quantile(firsts, percent) for percent in (50, 99)},
        **{f"whole_p{percent}": quantile(wholes, percent) for percent in (50, 99)},
    }


def quantile(seconds: list[float], percent: int) -> float:
    return statistics.quantiles(seconds, n=100, method="inclusive")[percent - 1] * 1000


if __name__ == "__main__":
    name, url, count, parallel = sys.argv[1:]
    sys.stdout.write(json.dumps(uvloop.run(measure(name, url, int(count), int(parallel)))))
