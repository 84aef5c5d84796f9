"""A customer says yes, and then presses Stop, or ends the conversation, at any moment of the turn: what is
told is what is stored."""

import asyncio
import random
from collections.abc import AsyncIterator
from functools import partial

import httpx
import pytest
from msgspec import structs

from agent.models.scripted import Fail, ScriptedModel
from booking_core.core import BookingCore
from booking_core.time.clock import FrozenClock
from tests.attack.figures import Figures
from tests.attack.options import FULL_SIZE, Sized
from tests.attack.outages.proxy import Faults, faulty_wire
from tests.attack.turns.stopping_customers import (
    LATEST_PHASE,
    UNTIL_THE_SUMMARY,
    Verdict,
    judge,
    read_stored,
    run_race,
    with_summary,
)
from tests.cast import MONDAY
from tests.serving import NO_TLS, serving, settings_on
from web.app import create_app
from web.embedded import EmbeddedServers
from web.settings import Settings
from web.worker.worker import run_worker

AT_ONCE = 8
# One statement takes a hundredth of a second on the average: a deed and its telling a fifth of one.
SLOW = Faults(delay=0.02)


@pytest.fixture(scope="module")
async def url(servers: EmbeddedServers) -> AsyncIterator[str]:
    async with serving(settings_on(servers), partial(create_app, clock=FrozenClock(MONDAY))) as url:
        yield url


@pytest.fixture
async def slow(servers: EmbeddedServers) -> AsyncIterator[Settings]:
    async with faulty_wire(servers.database_url, SLOW) as slow_url:
        yield structs.replace(settings_on(servers), database_url=slow_url)


@pytest.mark.parametrize("speaker", ["the built-in receptionist", "a model"])
async def test_yes_and_then_stop_or_the_end_is_told_as_it_is_stored(
    core: BookingCore, url: str, slow: Settings, size: Sized, figures: Figures, speaker: str
) -> None:
    races, failing = size(250, 6), [ScriptedModel(forever=lambda _: [Fail("cut")])]
    worker = asyncio.create_task(
        run_worker(slow, clock=FrozenClock(MONDAY), models=failing if speaker == "a model" else [])
    )
    free, verdicts = asyncio.Semaphore(AT_ONCE), []
    limits = httpx.Limits(max_connections=None)

    async def race(number: int, http: httpx.AsyncClient) -> None:
        deed, ending = (*UNTIL_THE_SUMMARY,)[number % 3], ("stop", "end")[number // 3 % 2]
        async with free:
            verdict = await run_race(core, http, deed, ending, random.random() * LATEST_PHASE)
            verdicts.append((f"{deed}, {ending}", verdict))
            figures.progress(len(verdicts) / races)

    async with httpx.AsyncClient(verify=NO_TLS, base_url=url, timeout=60, limits=limits) as http:
        await asyncio.gather(*(race(number, http) for number in range(races)))
    worker.cancel()
    await asyncio.wait([worker])
    false = [(name, verdict.wrong) for name, verdict in verdicts if verdict.wrong]
    figures.note(races=races, done=sum(verdict.stored for _, verdict in verdicts), false=len(false))
    assert false == []


@pytest.mark.parametrize(
    ("deed", "ending"),
    [
        ("book", "stop"),
        ("move", "end"),
        ("cancel", "stop"),
        pytest.param("book", "end", marks=FULL_SIZE),
        pytest.param("move", "stop", marks=FULL_SIZE),
        pytest.param("cancel", "end", marks=FULL_SIZE),
    ],
)
async def test_a_deed_that_is_stopped_when_only_postgresql_knows_of_it_is_told(
    core: BookingCore, url: str, slow: Settings, deed: str, ending: str
) -> None:
    worker = asyncio.create_task(run_worker(slow, clock=FrozenClock(MONDAY), models=[]))
    async with httpx.AsyncClient(verify=NO_TLS, base_url=url, timeout=60) as http:
        customer = await with_summary(core, http, deed)
        before = await read_stored(core, customer.salon)
        was_stopped, run_id = asyncio.Event(), asyncio.get_running_loop().create_future()

        async def stops() -> None:
            """Once the deed is done: others commit as well."""
            if await read_stored(core, customer.salon) == before:
                SLOW.meanwhile = stops
                return
            await customer.thinks_better_of(await run_id, ending)
            was_stopped.set()

        SLOW.meanwhile = stops
        run_id.set_result(await customer.sends("yes"))
        await asyncio.wait_for(was_stopped.wait(), 20)
        assert await judge(core, customer, ending, before) == Verdict(stored=True, wrong=())
    worker.cancel()
    await asyncio.wait([worker])
