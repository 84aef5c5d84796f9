"""The life of a process that is killed at a step, and what must be true after it."""

import asyncio
import os
import signal
from multiprocessing.connection import Connection
from time import monotonic

from sqlalchemy import select

from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.errors import Refusal
from booking_core.maintenance.demo import DemoSalon
from booking_core.maintenance.invariants import violations
from tests.attack.outages.worker import Answer, Journey, killable, travel
from web.embedded import EmbeddedServers


def spread(kills: int, steps: int) -> list[int]:
    """At which steps to die: each as often as any other, or, where there are fewer kills than steps, all over
    the journey."""
    if kills < steps:
        return [1 + number * steps // kills for number in range(kills)]
    return [1 + number % steps for number in range(kills)]


async def live(
    servers: EmbeddedServers, journey: Journey, dies_at: int | None = None, after: float | None = None
) -> list[Answer]:
    """What a worker answered in its life."""
    process, says = killable(servers.database_url, servers.redis_url, journey, dies_at)
    if after is not None:
        await asyncio.sleep(after)
        if process.is_alive() and process.pid:
            os.kill(process.pid, signal.SIGKILL)
    return await asyncio.to_thread(say, says)


def say(says: Connection) -> list[Answer]:
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
        await travel(core, journey, again.append)
    told = {answer.deed: answer for answer in answered}
    assert all(told.get(answer.deed, answer) == answer for answer in again)
    await must_be_true(core, journey, [*answered, *again])


async def repeat_journey(core: BookingCore, journey: Journey) -> bool:
    """Whether the customer has the appointment in the end."""
    try:
        await travel(core, journey, lambda _: None)
    except Refusal as refusal:
        assert refusal.code in ("slot_taken", "slot_held", "hold_expired"), refusal.code
        return False
    return True


async def must_be_true(core: BookingCore, journey: Journey, answered: list[Answer]) -> None:
    ids = {answer.id for answer in answered if answer.version and answer.deed != "end"}
    newest = max((answer.version for answer in answered if answer.deed != "end"), default=0)
    async with core.sessions() as session, session.begin():
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
    async with core.sessions() as session, session.begin():
        for salon in salons:
            assert await violations(session, salon.organization_id) == []
