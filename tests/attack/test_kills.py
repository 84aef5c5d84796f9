"""A worker is killed between any two steps: what it answered is true, and the customer's repeat ends in the same appointment."""

import asyncio
import os
import random
import signal
from collections.abc import Iterator
from datetime import timedelta
from multiprocessing.connection import Connection
from time import monotonic

from sqlalchemy import select

from booking_core.appointments import Appointment
from booking_core.core import BookingCore
from booking_core.demo import DemoSalon
from booking_core.errors import Refusal
from booking_core.ids import new_id
from booking_core.invariants import violations
from tests.attack.conftest import Sized
from tests.attack.figures import Figures
from tests.attack.worker import Answer, Journey, killable, travelled
from tests.cast import at
from tests.conftest import new_salon
from web.embedded import EmbeddedServers

# Four massages of an hour and a quarter a day, each moved by half an hour, on three days of four weeks.
TIMES = tuple(at(7 * week + day, hour) for week in range(4) for day in (2, 4, 7) for hour in (9, 11, 13, 15))
LATER = timedelta(minutes=30)


def journeys(salon: DemoSalon) -> Iterator[Journey]:
    for start in TIMES:
        yield Journey(
            salon.organization_id,
            salon.services["Massage"],
            new_id("key"),
            start,
            start + LATER,
            random.random() < 0.5,
        )


async def test_killed_at_any_step_nothing_is_lost_and_nothing_happens_twice(
    core: BookingCore, servers: EmbeddedServers, size: Sized, figures: Figures
) -> None:
    kills, seen, salons = size(200, 8), set(), []
    visits: Iterator[Journey] = iter(())
    salon = await new_salon(core)
    trial = Journey(
        salon.organization_id, salon.services["Massage"], new_id("key"), at(2, 10), at(2, 10, 30), True
    )
    steps = await length(servers, trial)
    # Spread over the whole journey, however few they are.
    plan = [1 + number * max(steps // kills, 1) % steps for number in range(kills)]
    for dies_at in figures.each(plan):
        journey = next(visits, None)
        if journey is None:
            salons.append(await new_salon(core))
            visits = journeys(salons[-1])
            journey = next(visits)
        answered = await lived(servers, journey, dies_at=dies_at)
        seen.add(answered[-1].deed if answered else "nothing")
        await repeats(core, journey, answered)
    figures.note(kills=kills, steps=steps, lost=0, twice=0, interrupted_after=len(seen))
    await all_sound(core, salons)


async def test_killed_at_any_moment_while_others_want_the_same_times(
    core: BookingCore, servers: EmbeddedServers, size: Sized, figures: Figures
) -> None:
    """Four processes at a time go the same ways; any of them dies at any moment, and its customer comes back."""
    rounds = size(50, 2)
    salon = await new_salon(core)
    booked = 0
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
        booked += sum(outcomes)
        assert sum(outcomes) == 1
    figures.note(kills=4 * rounds, booked=booked, rounds=rounds)
    await all_sound(core, [salon])


async def length(servers: EmbeddedServers, journey: Journey) -> int:
    """How many steps a whole journey has."""
    answered = await lived(servers, journey)
    assert answered[-1].deed == "end"
    return answered[-1].version


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
