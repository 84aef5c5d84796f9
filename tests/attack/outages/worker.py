"""A worker process for killing: goes through a customer's whole visit, and says what it was answered.

It can be told to kill itself at its n-th step, a step being the moment before or after a statement, a commit
or a call to Redis: so every gap between two steps is one in which it dies.
"""

import asyncio
import multiprocessing
import os
import signal
from datetime import datetime
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from msgspec import Struct
from redis.asyncio import Redis
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session, configure_mappers

from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.errors import Refusal
from booking_core.holds.request import HoldRequest
from booking_core.live_holds.hold_book import HoldBook
from booking_core.maintenance import tables
from booking_core.storage.audit import Actor
from booking_core.storage.database import open_engine
from booking_core.time.clock import FrozenClock
from booking_core.time.public_holidays import public_holiday
from tests.cast import MONDAY

__all__ = ["Journey", "killable", "tables", "travel"]

# What a process says last, with the name of the step.
DIES = "dies"

configure_mappers()
# The library reads every country of the world when it is first asked; no process needs to do that again.
public_holiday("DE", None, MONDAY.date())
# Processes are forked from one that has imported everything, and has neither threads nor connections.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.attack.outages.worker", "tests.attack.outages.notices.crew"])


class Journey(Struct, frozen=True):
    """One customer's visit: hold, confirm, hold another time, move there, cancel. ``key`` makes each repeat
    the same."""

    organization_id: str
    service_id: str
    key: str
    start: datetime
    later: datetime
    cancels: bool = False

    @property
    def actor(self) -> Actor:
        return Actor("chat", f"cnv_{self.key}")


class Answer(Struct, frozen=True):
    """What the customer was told: which deed, and the id and version of the appointment (or the id of the
    hold)."""

    deed: str
    id: str
    version: int = 0


async def travel(core: BookingCore, journey: Journey, say: Any) -> None:
    """The whole journey, each answer said as it is given."""

    async def at_desk(deed: Any) -> Any:
        return await core.transaction(journey.organization_id, journey.actor, deed)

    contact = ContactDetails(name="Ada", email=f"{journey.key}@example.com")
    ask = HoldRequest(journey.service_id, journey.start, f"hold-{journey.key}")
    hold = await at_desk(lambda desk: desk.hold(ask))
    say(Answer("hold", hold.id))
    booked = await at_desk(lambda desk: desk.confirm(hold.id, contact))
    say(Answer("confirm", booked.id, 1))
    ask = HoldRequest(journey.service_id, journey.later, f"move-{journey.key}", reschedule_of=booked.id)
    other = await at_desk(lambda desk: desk.hold(ask))
    say(Answer("hold to move", other.id))
    moved = await at_desk(lambda desk: desk.reschedule(booked.id, other.id))
    say(Answer("move", moved.appointment.id, 2))
    if journey.cancels:
        cancelled = await at_desk(lambda desk: desk.cancel(booked.id))
        say(Answer("cancel", cancelled.appointment.id, 3))


def killable(
    database_url: str, redis_url: str, journey: Journey, dies_at: int | None = None
) -> tuple[BaseProcess, Connection]:
    """The process, started, and what it says; at the end of its life what it said is still there, then comes
    ``EOFError``."""
    ours, theirs = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(
        target=work, args=(database_url, redis_url, journey, dies_at, theirs), daemon=True
    )
    process.start()
    theirs.close()
    return process, ours


def work(database_url: str, redis_url: str, journey: Journey, dies_at: int | None, says: Connection) -> None:
    steps = Steps(dies_at, says)

    async def live() -> None:
        engine, redis = open_engine(database_url, pool_size=2), Redis.from_url(redis_url)
        core = BookingCore(engine, redis, FrozenClock(MONDAY))
        async with core.sessions() as session, session.begin():
            await core.catalogue(session, journey.organization_id)
        steps.watched()
        try:
            await travel(core, journey, says.send)
        except Refusal as refusal:
            says.send(Answer("refused", refusal.code))
        says.send(Answer("end", "", steps.taken))
        await redis.aclose()
        await engine.dispose()

    asyncio.run(live())


class Steps:
    """Counts the steps of this process, and ends it at the one it was told, saying which that was."""

    def __init__(self, last: int | None, says: Connection) -> None:
        self.taken = 0
        self._last = last
        self._says = says

    def step(self, name: str) -> None:
        self.taken += 1
        if self.taken == self._last:
            self._says.send(Answer(DIES, name, self.taken))
            os.kill(os.getpid(), signal.SIGKILL)

    def watched(self) -> None:
        for name in ("before_cursor_execute", "after_cursor_execute"):
            event.listen(Engine, name, lambda *told, name=name: self.step(f"{name} {told[2][:30]}"))
        event.listen(Engine, "commit", lambda _: self.step("before commit"))
        event.listen(Session, "after_commit", lambda _: self.step("after commit"))
        ask = HoldBook._ask

        async def watched(book: HoldBook, organization_id: str, **asked: Any) -> Any:
            self.step(f"before Redis {asked['operation']}")
            answer = await ask(book, organization_id, **asked)
            self.step(f"after Redis {asked['operation']}")
            return answer

        HoldBook._ask = watched  # type: ignore[method-assign]
