"""Customers who go on booking, moving and cancelling while everything around them breaks, and remember what
they were told."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from time import monotonic
from typing import Any, TypeVar

from msgspec import Struct, field
from sqlalchemy import func, select

from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.errors import Refusal, Unavailable
from booking_core.maintenance.demo import DemoSalon
from booking_core.maintenance.invariants import violations
from booking_core.storage.audit import AppointmentEvent
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.cast import Visitor, at

T = TypeVar("T")
# A customer presses the button this often before they give up; what is unavailable comes back in time.
PATIENCE = 60
# Told to come back within so many seconds they wait, this often; told to wait longer they choose another
# time.
SOON, RETURNS = 5, 20
A_VISIT = timedelta(seconds=5)
ALLOWED = {
    "slot_taken",
    "slot_held",
    "hold_expired",
    "hold_released",
    "hold_consumed",
    "not_reschedulable",
    "version_conflict",
    "outcome_unknown",
    "unavailable",
}


class Told(Struct):
    """What all of them were told together: versions of appointments by id, and how often a deed was
    refused."""

    versions: dict[str, int] = field(default_factory=dict)
    by_hold: dict[str, str] = field(default_factory=dict)
    refused: dict[str, int] = field(default_factory=dict)
    repeated: int = 0

    def heard(self, appointment: Appointment, hold_id: str | None = None) -> None:
        self.versions[appointment.id] = max(appointment.version, self.versions.get(appointment.id, 0))
        if hold_id is not None:
            assert self.by_hold.setdefault(hold_id, appointment.id) == appointment.id

    def no(self, refusal: Refusal) -> None:
        assert refusal.code in ALLOWED, refusal.code
        self.refused[refusal.code] = self.refused.get(refusal.code, 0) + 1


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


async def as_told(deed: Callable[[], Awaitable[T]], told: Told) -> T:
    """Do it; where the refusal says that the same may succeed within seconds, wait as long as it says, and do
    it again."""
    for _ in range(RETURNS):
        try:
            return await deed()
        except Refusal as refusal:
            if not refusal.retryable or not refusal.retry_after_s or refusal.retry_after_s > SOON:
                raise
            told.no(refusal)
            told.repeated += 1
            await asyncio.sleep(refusal.retry_after_s)
    return await deed()


async def must_have_been_true(core: BookingCore, salon: DemoSalon, told: Told) -> dict[str, Any]:
    """What was told is in the tables, once each, and every invariant holds. Figures of it."""
    async with core.sessions() as session:
        of_salon = Appointment.organization_id == salon.organization_id
        rows = {row.id: row for row in await session.scalars(select(Appointment).where(of_salon))}
        counted = select(func.count()).where(AppointmentEvent.organization_id == salon.organization_id)
        events = await session.scalar(counted)
        wrong = await violations(session, salon.organization_id)
    lost = [one for one, version in told.versions.items() if one not in rows or rows[one].version < version]
    assert lost == []
    assert wrong == []
    assert events == sum(row.version for row in rows.values())
    return {
        "told": len(told.versions),
        "rows": len(rows),
        "cancelled": sum(row.status == "cancelled" for row in rows.values()),
        "refused": told.refused,
        "repeated": told.repeated,
        "lost": 0,
        "violations": 0,
    }
