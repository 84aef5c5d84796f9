"""The same storms through the whole door: a server process, 64 connections, and a Redis that lives, stands
still or is away."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext

import httpx
import pytest
from msgspec import structs

from bench.serving import serving_api
from booking_core.api_clients.api_client import ClientLimits
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.attack.booking.rivals import room_for
from tests.attack.booking.test_storms import events
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.attack.outages.over_http.http_storms import AT_ONCE, CONNECTIONS, Told, run_storm, together
from tests.attack.outages.test_dying_redis import standing_still
from tests.serving import NO_TLS, settings_on
from tests.web.api.conftest import program_of
from web.embedded import EmbeddedServers
from web.settings import Settings

NOWHERE = "redis://127.0.0.1:1"
PLENTY = ClientLimits(requests_per_minute=10_000_000, holds_at_once=1_000_000, bookings_per_day=None)


@asynccontextmanager
async def caller(settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """A web process, and somebody with as many connections to it as a storm has."""
    limits = httpx.Limits(max_connections=CONNECTIONS)
    async with (
        serving_api(settings, processes=1) as server,
        httpx.AsyncClient(verify=NO_TLS, base_url=server.base_urls[0], timeout=60, limits=limits) as http,
    ):
        yield http


@pytest.fixture(scope="module")
async def http(servers: EmbeddedServers) -> AsyncIterator[httpx.AsyncClient]:
    async with caller(settings_on(servers)) as http:
        yield http


@pytest.fixture(scope="module")
async def forgetful(servers: EmbeddedServers) -> AsyncIterator[httpx.AsyncClient]:
    """At a web process whose Redis is away."""
    async with caller(structs.replace(settings_on(servers), redis_url=NOWHERE)) as http:
        yield http


@pytest.mark.parametrize("memory", ["alive", "standing still", "away"])
async def test_of_ten_thousand_requests_exactly_as_many_are_created_as_there_is_room(
    core: BookingCore,
    servers: EmbeddedServers,
    salon: DemoSalon,
    size: Sized,
    figures: Figures,
    memory: str,
    http: httpx.AsyncClient,
    forgetful: httpx.AsyncClient,
) -> None:
    slots, confirms = {
        "alive": (size(500, 10), size(10_000, 100)),
        "standing still": (size(50, 5), size(1000, 20)),
        "away": (size(500, 5), size(10_000, 60)),
    }[memory]
    program = await program_of(forgetful if memory == "away" else http, core, salon, limits=PLENTY)
    hold_ids = await run_storm(core, program, confirms, slots)
    told = Told(figures)
    with standing_still(servers) if memory == "standing still" else nullcontext():
        await together([lambda one=one: told.confirms(program, one) for one in hold_ids])
    possible = room_for(confirms, slots)
    figures.note(confirms=confirms, created=told.by_status[201], refused=dict(told.by_code))
    figures.note(waited=told.waited, lines_broken=told.broken, events=await events(core, salon))
    assert told.by_status == {201: possible, 409: confirms - possible}
    assert told.by_code.keys() <= {"slot_taken", "slot_held"}
    assert await events(core, salon) == possible
    assert len(told.created) == possible


async def test_one_key_sixteen_times_at_once_is_created_once(
    core: BookingCore, http: httpx.AsyncClient, salon: DemoSalon, size: Sized, figures: Figures
) -> None:
    """And asked for again later; each answer is equal to the byte."""
    keys, answered = size(1000, 5), 0
    program = await program_of(http, core, salon, limits=PLENTY)
    hold_ids = await run_storm(core, program, keys, keys)
    for hold_id in figures.each(hold_ids):
        told, key = Told(figures), new_id("key")
        await asyncio.gather(*(told.confirms(program, hold_id, key) for _ in range(AT_ONCE)))
        await told.confirms(program, hold_id, key)
        assert told.by_status == {201: AT_ONCE + 1}
        assert len(told.created) == 1
        # The one that is no repeat may have been lost with its line.
        assert told.replayed >= AT_ONCE
        answered += AT_ONCE + 1
    figures.note(keys=keys, requests=answered, events=await events(core, salon))
    assert await events(core, salon) == keys
