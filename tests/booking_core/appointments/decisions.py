"""Decisions about appointments, and which may follow which."""

from collections.abc import Awaitable, Callable

from sqlalchemy import select

from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.storage.audit import AppointmentEvent
from tests.cast import Visitor

DEEDS: dict[str, Callable[[Desk, str], Awaitable[Appointment]]] = {
    "approve": lambda desk, one: desk.approve(one),
    "decline": lambda desk, one: desk.decline(one, reason="on holiday"),
    "complete": lambda desk, one: desk.complete(one),
    "no_show": lambda desk, one: desk.no_show(one),
}
# Where it already is what the decision makes of it, deciding so again is a success that does nothing.
SAME = {"approve": "confirmed", "decline": "cancelled", "complete": "completed", "no_show": "no_show"}
LEGAL = {
    "approve": {"pending_approval"},
    "decline": {"pending_approval"},
    "complete": {"confirmed", "no_show"},
    "no_show": {"confirmed", "completed"},
}


async def does(who: Visitor, deed: str, appointment: Appointment) -> Appointment:
    return await who.at_desk(lambda desk: DEEDS[deed](desk, appointment.id))


async def kinds_of(core: BookingCore, appointment: Appointment) -> list[str]:
    async with core.sessions() as session, session.begin():
        rows = select(AppointmentEvent.kind).where(AppointmentEvent.appointment_id == appointment.id)
        return list(await session.scalars(rows.order_by(AppointmentEvent.version)))
