"""Callers of the desk, as many at once as wanted, dealt out to processes as the requests of a website are."""

import asyncio
import multiprocessing
import os
import time
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

import uvloop
from msgspec import Struct
from redis.asyncio import Redis

from bench.processor import Effort, effort
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.holds.request import HoldRequest
from booking_core.storage.audit import Actor
from booking_core.storage.database import open_engine
from booking_core.time.clock import SystemClock
from web.settings import Settings

T = TypeVar("T")
WHO = Actor(door="api", id="bench")


class Copy:
    """The core on one copy of the database."""

    def __init__(self, url: str, redis_url: str) -> None:
        self.url = url
        self.engine = open_engine(url)
        self.redis = Redis.from_url(redis_url)
        self.core = BookingCore(self.engine, self.redis, SystemClock())

    async def hold(self, organization_id: str, ask: HoldRequest) -> str:
        return (await self.core.transaction(organization_id, WHO, lambda desk: desk.hold(ask))).id

    async def confirm(self, organization_id: str, hold_id: str, number: int) -> None:
        contact = ContactDetails(name="Bench", email=f"bench{number}@example.com")
        await self.core.transaction(organization_id, WHO, lambda desk: desk.confirm(hold_id, contact))

    async def close(self) -> None:
        await self.engine.dispose()
        await self.redis.aclose()


class Share(Struct, frozen=True):
    """What one process does: these holds, then their confirms, by so many callers at once."""

    url: str
    redis_url: str
    organization_id: str
    asks: list[tuple[int, HoldRequest]]
    callers: int


def in_processes(shares: Sequence[Share], settings: Settings) -> dict[str, tuple[float, Effort]]:
    """Seconds of the slowest process, and the processor's milliseconds of each deed."""
    several = multiprocessing.get_context("spawn")
    times = sum(len(share.asks) for share in shares)
    found = {}
    with ProcessPoolExecutor(len(shares), several, initializer=_at_desk) as pool:
        pids = set(pool.map(_pid, range(len(shares) * 4)))
        held: list[list[str]] = []
        for name, deed in (("hold", _holds), ("confirm", _confirms)):
            given = zip(shares, held or [[]] * len(shares), strict=True)
            before = effort(settings.database_url, settings.redis_url, pids)
            told = list(pool.map(deed, given))
            after = effort(settings.database_url, settings.redis_url, pids)
            held = [ids for ids, _ in told]
            found[name] = (max(seconds for _, seconds in told), after.since(before, times))
    return found


def _at_desk() -> None:
    uvloop.install()


def _pid(_: int) -> int:
    # Slow enough that every process of the pool gets one to answer.
    time.sleep(0.2)
    return os.getpid()


def _holds(given: tuple[Share, list[str]]) -> tuple[list[str], float]:
    share, _ = given

    async def work() -> tuple[list[str], float]:
        copy = Copy(share.url, share.redis_url)
        found = await at_once(share.callers, share.asks, lambda one: copy.hold(share.organization_id, one[1]))
        await copy.close()
        return found

    return asyncio.run(work())


def _confirms(given: tuple[Share, list[str]]) -> tuple[list[str], float]:
    share, held = given
    numbered = [(hold_id, number) for hold_id, (number, _) in zip(held, share.asks, strict=True)]

    async def work() -> tuple[list[str], float]:
        copy = Copy(share.url, share.redis_url)
        _, seconds = await at_once(
            share.callers, numbered, lambda one: copy.confirm(share.organization_id, *one)
        )
        await copy.close()
        return [], seconds

    return asyncio.run(work())


async def at_once(
    callers: int, asks: Sequence[T], deed: Callable[[T], Awaitable[str | None]]
) -> tuple[list[str], float]:
    """What came of each, in order, and how many seconds all of them took; the first opens connections and is
    not counted."""
    free = asyncio.Semaphore(callers)

    async def one(ask: T) -> str:
        async with free:
            return await deed(ask) or ""

    first = [await one(asks[0])]
    begun = time.perf_counter()
    done = await asyncio.gather(*(one(ask) for ask in asks[1:]))
    return [*first, *done], time.perf_counter() - begun
