"""A worker is killed between any two steps: what it answered is true, and the customer's repeat ends in the
same appointment."""

import asyncio
import os
import random
import signal
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from multiprocessing.connection import Connection
from time import monotonic

from sqlalchemy import select

from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.errors import Refusal
from booking_core.maintenance.demo import DemoSalon
from booking_core.maintenance.invariants import violations
from booking_core.storage.ids import new_id
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.attack.outages.worker import DIES, Answer, Journey, killable, travelled
from tests.cast import at
from tests.conftest import new_salon
from web.embedded import EmbeddedServers

# Four massages of an hour and a quarter a day, each moved by half an hour, on three days of four weeks.
TIMES = tuple(at(7 * week + day, hour) for week in range(4) for day in (2, 4, 7) for hour in (9, 11, 13, 15))
LATER = timedelta(minutes=30)
# What a worker was at after its last answer.
UNDER_WAY = {
    "nothing": "hold",
    "hold": "confirm",
    "confirm": "hold to move",
    "hold to move": "move",
    "move": "cancel",
    "cancel": "end",
}


def journeys(salon: DemoSalon) -> Iterator[Journey]:
    for start in TIMES:
        yield Journey(
            salon.organization_id,
            salon.services["Massage"],
            new_id("key"),
            start,
            start + LATER,
            True,
        )


async def test_killed_at_any_step_nothing_is_lost_and_nothing_happens_twice(
    core: BookingCore, servers: EmbeddedServers, size: Sized, figures: Figures
) -> None:
    kills, deaths, salons = size(200, 8), [], []
    salon = await new_salon(core)
    trial = Journey(
        salon.organization_id, salon.services["Massage"], new_id("key"), at(2, 10), at(2, 10, 30), True
    )
    steps = (await lived(servers, trial))[-1].version
    visits: Iterator[Journey] = iter(())
    for dies_at in figures.each(spread(kills, steps)):
        journey = next(visits, None)
        if journey is None:
            salons.append(await new_salon(core))
            visits = journeys(salons[-1])
            journey = next(visits)
        *answered, death = await lived(servers, journey, dies_at=dies_at)
        assert (death.deed, death.version) == (DIES, dies_at)
        deaths.append((UNDER_WAY[answered[-1].deed if answered else "nothing"], death.id))
        await repeats(core, journey, answered)
    during = Counter(deed for deed, _ in deaths)
    figures.note(kills=len(deaths), steps=steps, gaps=len({*deaths}), during=dict(during), lost=0, twice=0)
    assert {"confirm", "move"} <= during.keys()
    await all_sound(core, salons)


def spread(kills: int, steps: int) -> list[int]:
    """At which steps to die: each as often as any other, or, where there are fewer kills than steps, all over
    the journey."""
    if kills < steps:
        return [1 + number * steps // kills for number in range(kills)]
    return [1 + number % steps for number in range(kills)]


async def test_killed_at_any_moment_while_others_want_the_same_times(
    core: BookingCore, servers: EmbeddedServers, size: Sized, figures: Figures
) -> None:
    """Four processes at a time go the same ways; any of them dies at any moment, and its customer comes
    back."""
    rounds = size(50, 2)
    salon = await new_salon(core)
    killed = booked = 0
    for number in figures.each(range(rounds)):
        start = TIMES[number % len(TIMES)]
        if number and number % len(TIMES) == 0:
            salon = await new_salon(core)
        rivals = [
            Journey(salon.organization_id, salon.services["Massage"], new_id("key"), start, start + LATER)
            for _ in range(4)
        ]
        answers = await asyncio.gather(*(lived(servers, one, after=random.random() * 0.6) for one in rivals))
        outcomes = [await repeated(core, one) for one in rivals]
        for journey, answered in zip(rivals, answers, strict=True):
            await must_be_true(core, journey, answered)
        killed += sum(not answered or answered[-1].deed != "end" for answered in answers)
        booked += sum(outcomes)
        assert sum(outcomes) == 1
    figures.note(rounds=rounds, kills=killed, booked=booked)
    await all_sound(core, [salon])


async def lived(
    servers: EmbeddedServers, journey: Journey, dies_at: int | None = None, after: float | None = None
) -> list[Answer]:
    """What a worker answered in its life."""
    process, says = killable(servers.database_url, servers.redis_url, journey, dies_at)
    if after is not None:
        await asyncio.sleep(after)
        if process.is_alive() and process.pid:
            os.kill(process.pid, signal.SIGKILL)
    return await asyncio.to_thread(said, says)


def said(says: Connection) -> list[Answer]:
    answers, until = [], monotonic() + 30
    while says.poll(max(0, until - monotonic())):
        try:
            answers.append(says.recv())
        except EOFError:
            return answers
    raise TimeoutError("The worker neither went on nor died.")


async def repeats(core: BookingCore, journey: Journey, answered: list[Answer]) -> None:
    """The customer asks for all of it again, as if nothing had been said."""
    again: list[Answer] = []
    if not any(answer.deed in ("cancel", "end") for answer in answered):
        await travelled(core, journey, again.append)
    told = {answer.deed: answer for answer in answered}
    assert all(told.get(answer.deed, answer) == answer for answer in again)
    await must_be_true(core, journey, [*answered, *again])


async def repeated(core: BookingCore, journey: Journey) -> bool:
    """Whether the customer has the appointment in the end."""
    try:
        await travelled(core, journey, lambda _: None)
    except Refusal as refusal:
        assert refusal.code in ("slot_taken", "slot_held", "hold_expired"), refusal.code
        return False
    return True


async def must_be_true(core: BookingCore, journey: Journey, answered: list[Answer]) -> None:
    ids = {answer.id for answer in answered if answer.version and answer.deed != "end"}
    newest = max((answer.version for answer in answered if answer.deed != "end"), default=0)
    async with core.sessions() as session:
        of_this = select(Appointment).where(
            Appointment.organization_id == journey.organization_id,
            Appointment.hold_id.in_([answer.id for answer in answered if answer.deed == "hold"]),
        )
        found = list(await session.scalars(of_this))
    assert {one.id for one in found} >= ids
    assert len(found) <= 1
    if newest:
        assert found[0].version >= newest


async def all_sound(core: BookingCore, salons: list[DemoSalon]) -> None:
    async with core.sessions() as session:
        for salon in salons:
            assert await violations(session, salon.organization_id) == []
