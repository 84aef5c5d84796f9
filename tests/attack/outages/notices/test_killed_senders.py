"""Workers are killed while customers book, move and cancel, PostgreSQL is restarted, and whoever gets notices
fails at random: each notice ends sent, refused or superseded, those of an appointment in their order, and
what comes twice has one id."""

import asyncio
import random
from collections.abc import AsyncIterator
from pathlib import Path
from time import monotonic, time

import psycopg
import pytest
from msgspec import Struct
from redis.asyncio import Redis

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon, build_salons
from booking_core.storage.database import open_engine
from booking_core.time.clock import SystemClock
from tests.attack.figures import Figures
from tests.attack.mutants.mutant import Mutant
from tests.attack.outages.notices import verdict
from tests.attack.outages.notices.crew import Crew
from tests.attack.outages.notices.customers import Crowd, tells_everybody
from tests.attack.outages.notices.receivers import Receivers, failing_receivers
from tests.attack.outages.test_dying_postgres import stopped_and_back
from tests.operations.databases import Installation, installation
from tests.places import TABLES
from tests.text_gateway import SECRET_KEY
from web.embedded import EmbeddedServers
from web.settings import Settings

WORKERS, SALONS = 3, 4
# What a failure put off is tried as soon as the clock would let it.
HURRY = "UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo' AND scheduled_at > now()"
OPEN = (
    "SELECT (SELECT count(*) FROM procrastinate_jobs WHERE queue_name IN ('mail', 'webhooks'))"
    " + (SELECT count(*) FROM outbox WHERE sent_at IS NULL AND failure IS NULL)"
)
PATIENCE_S = 3600


class Deaths:
    """Half of the workers are killed with a letter that was taken and not yet noted, the others anywhere."""

    def __init__(self) -> None:
        self.crew: Crew | None = None
        self.wants_sender = asyncio.Event()
        self.with_letter = 0

    def on_taken(self, port: int) -> bool:
        if self.crew is None or not self.wants_sender.is_set():
            return False
        killed = self.crew.kill_who_speaks_from(port)
        if killed:
            self.with_letter += 1
            self.wants_sender.clear()
        return killed


@pytest.fixture
def own(servers: EmbeddedServers, tmp_path: Path) -> AsyncIterator[Installation]:
    """A database of its own: workers do every job they find."""
    with installation(servers, tmp_path, like=TABLES) as new:
        yield new


class Size(Struct, frozen=True):
    """``thinks_s`` is how long a customer waits at most before what they do next."""

    kills: int
    changes: int
    restarts: int
    thinks_s: float


@pytest.mark.timeout(3600)
async def test_every_notice_ends_and_none_is_out_of_order(
    own: Installation,
    servers: EmbeddedServers,
    redis: Redis,
    full: bool,
    figures: Figures,
    mutant: Mutant | None,
) -> None:
    sized = Size(500, 2000, 5, 2.5) if full else Size(4, 60, 1, 3.0)
    engine, deaths = open_engine(own.database_url), Deaths()
    core = BookingCore(engine, redis, SystemClock())
    async with failing_receivers(deaths.on_taken) as receivers:
        crowd = Crowd(core, await open_salons(core, receivers))
        crew = deaths.crew = Crew(settings_of(own, receivers), WORKERS, mutant)
        await crowd.change(sized.changes // 10)
        early = dict(crowd.changed)
        try:
            await live_through_it(sized, crowd, deaths, receivers, servers, figures)
            await all_done(own, crew)
        finally:
            crew.end()
        kept = await verdict.Kept.in_tables(core)
        await engine.dispose()
    figures.note(changes=crowd.changes, with_letter=deaths.with_letter, gone=crew.gone)
    figures.note(**verdict.each_has_ended(kept), texts=verdict.are_texts(kept))
    figures.note(**verdict.letters_in(receivers), **verdict.webhooks_were_told(kept, receivers))
    verdict.what_was_sent_arrived(kept, receivers)
    verdict.each_has_its_order(receivers)
    verdict.what_was_replaced_stayed(kept, receivers, early, time() - monotonic())


async def live_through_it(
    sized: Size,
    crowd: Crowd,
    deaths: Deaths,
    receivers: Receivers,
    servers: EmbeddedServers,
    figures: Figures,
) -> None:
    """All kills, and whatever customers have still to change then."""
    assert deaths.crew is not None
    deaths.crew.fill()
    await until_awake(deaths.crew, receivers)
    left = sized.changes - crowd.changes
    changing = asyncio.create_task(crowd.change(left, thinks=sized.thinks_s))
    await kill_all(deaths, sized, figures, servers)
    figures.note(kills=deaths.crew.deaths, restarts=sized.restarts, meanwhile=crowd.changes)
    await changing


async def open_salons(core: BookingCore, receivers: Receivers) -> list[DemoSalon]:
    async with core.sessions() as session, session.begin():
        salons = await build_salons(session, [f"Salon {number}" for number in range(SALONS)])
    for salon in salons:
        await tells_everybody(core, salon, receivers)
    return salons


def settings_of(own: Installation, receivers: Receivers) -> Settings:
    return Settings(
        database_url=own.database_url,
        redis_url=own.redis_url,
        secret_key=SECRET_KEY,
        smtp_url=receivers.mail.url,
        mail_from="chat@salon.example",
        webhook_loopback=(receivers.hooks.origin,),
        private_text_providers=(receivers.texts.origin,),
    )


async def until_awake(crew: Crew, receivers: Receivers) -> None:
    """Until the first worker works."""
    async with asyncio.timeout(PATIENCE_S):
        while not receivers.mail.taken:
            crew.fill()
            assert crew.gone < WORKERS, "workers end by themselves"
            await asyncio.sleep(0.05)


async def kill_all(deaths: Deaths, sized: Size, figures: Figures, servers: EmbeddedServers) -> None:
    """One after the other, with PostgreSQL restarted now and then."""
    crew, kills, restarts = deaths.crew, sized.kills, sized.restarts
    assert crew is not None
    for number in figures.each(range(kills)):
        if number * restarts // kills != (number + 1) * restarts // kills:
            await stopped_and_back(servers)
        before = crew.deaths
        if number % 2 == 0:
            deaths.wants_sender.set()
        await asyncio.sleep(0.2 + random.random())
        for _ in range(20):
            if crew.deaths > before or number % 2:
                break
            await asyncio.sleep(0.1)
        deaths.wants_sender.clear()
        if crew.deaths == before:
            crew.kill_any()
        crew.fill()


async def all_done(own: Installation, crew: Crew) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while await asyncio.to_thread(leave, own.database_url):
            crew.fill()
            await asyncio.sleep(0.3)


def leave(url: str) -> int:
    """How much is still open; what was put off is tried at once."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(HURRY)
        row = connection.execute(OPEN).fetchone()
        return row[0] if row else 0
