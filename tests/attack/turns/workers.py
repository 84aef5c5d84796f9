"""Workers whose answers are long and never the same, and which end in the middle of one."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

from redis.exceptions import RedisError

from agent.models.scripted import ModelInput, Say, ScriptedModel, Steps, Wait
from web.settings import Settings
from web.worker.worker import run_worker

WORDS = 40


def talkative(heard: ModelInput) -> Steps:
    """A long answer, a word at a time, and never the same."""
    said = f"{len(heard.messages)}-{random.randrange(10**6)}"
    words = [step for number in range(WORDS) for step in (Say(f"word{number}-{said} "), Wait(0.02))]
    return [*words, Say("and that is all.")]


async def work(settings: Settings, dies_every: float | None) -> None:
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


async def end(*tasks: asyncio.Task[None]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)


async def until(done: Callable[[], bool], within: float = 30) -> None:
    async with asyncio.timeout(within):
        while not done():  # noqa: ASYNC110 - the kernel tells it to nobody
            await asyncio.sleep(0.1)
