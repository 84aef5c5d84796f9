"""What customers were told, and that it was true."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from msgspec import Struct, field
from sqlalchemy import func, select

from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.errors import Refusal
from booking_core.maintenance.demo import DemoSalon
from booking_core.maintenance.invariants import violations
from booking_core.storage.audit import AppointmentEvent

T = TypeVar("T")
# Told to come back within so many seconds they wait, this often; told to wait longer they choose another
# time.
SOON, RETURNS = 5, 20
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
    async with core.sessions() as session, session.begin():
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
