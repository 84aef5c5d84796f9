"""Customers who go on booking, moving and cancelling while everything around them breaks, and remember what
they were told."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from time import monotonic

from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.errors import Refusal, Unavailable
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.attack.outages.told import T, Told
from tests.cast import Visitor, at

# A customer presses the button this often before they give up; what is unavailable comes back in time.
PATIENCE = 60


A_VISIT = timedelta(seconds=5)


def starts(days: Sequence[int] = (9, 11, 14, 16, 18, 21, 23, 25)) -> list[datetime]:
    """Times of the massage that all of them want: few, so that they meet."""
    return [at(day, 9) + timedelta(minutes=30 * step) for day in days for step in range(15)]


async def go_on(
    core: BookingCore, salon: DemoSalon, told: Told, until: float, *, thinks: float = 0.0
) -> None:
    """Visit after visit until that moment (monotonic seconds). On their clock time passes, and holds left
    behind run out."""
    assert isinstance(core.clock, FrozenClock)
    while monotonic() < until:
        core.clock.advance(A_VISIT)
        visitor = Visitor(core, salon, f"Guest{random.randrange(10**9)}")
        try:
            await visit(visitor, told, thinks)
        except Refusal as refusal:
            told.no(refusal)
            if isinstance(refusal, Unavailable):
                await asyncio.sleep(0.1)


async def visit(visitor: Visitor, told: Told, thinks: float) -> None:
    """Hold, think, confirm; then often move, and often cancel."""
    times, key = starts(), new_id("key")
    start, later = random.sample(times, 2)
    hold = await patiently(told, lambda: visitor.holds("Massage", start, key=key))
    await asyncio.sleep(random.random() * thinks)
    appointment = await patiently(told, lambda: visitor.confirms(hold))
    told.heard(appointment, hold.id)
    if random.random() < 0.5:
        await move(visitor, told, appointment, later, thinks)
    if random.random() < 0.95:
        cancelled = await patiently(told, lambda: visitor.cancels(appointment))
        told.heard(cancelled)


async def move(
    visitor: Visitor, told: Told, appointment: Appointment, later: datetime, thinks: float
) -> None:
    key = new_id("key")
    try:
        hold = await patiently(
            told, lambda: visitor.holds("Massage", later, key=key, reschedule_of=appointment.id)
        )
        await asyncio.sleep(random.random() * thinks)
        moved = await patiently(
            told, lambda: visitor.at_desk(lambda desk: desk.reschedule(appointment.id, hold.id))
        )
        told.heard(moved.appointment)
    except Refusal as refusal:
        told.no(refusal)


async def patiently(told: Told, deed: Callable[[], Awaitable[T]]) -> T:
    """Do it, and repeat it as long as the answer is that it is not known or not possible just now."""
    for _ in range(PATIENCE):
        try:
            return await deed()
        except Unavailable as refusal:
            told.no(refusal)
            told.repeated += 1
            await asyncio.sleep(0.1)
    return await deed()
