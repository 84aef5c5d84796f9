"""Changes that touch appointments, and what they show."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from booking_core.appointments.appointment import Appointment
from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.decisions import Decision, Decisions
from booking_core.back_office.touched import AppointmentsTouched
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.booking_core.back_office.conftest import Arranger

Deed = Callable[[BackOffice], Awaitable[Any]]


def away(salon: DemoSalon, who: str, start: Any, end: Any, key: str = "off") -> Deed:
    off = {"resource_id": salon.resources[who], "starts_at": start, "ends_at": end}
    return lambda office: office.times_off.create(off, key=key)


def closes(salon: DemoSalon, day: str, key: str = "closed") -> Deed:
    date = {"location_id": salon.location_id, "day": day}
    return lambda office: office.dates.create(date, key=key)


async def list_of(who: Arranger, deed: Deed, **more: Any) -> AppointmentsTouched:
    with pytest.raises(AppointmentsTouched) as refused:
        await who.does(deed, **more)
    return refused.value


def each(shown: AppointmentsTouched, decision: Decision) -> Decisions:
    return Decisions(shown.details["seen"], {one.appointment_id: decision for one in shown.touched})


async def now_of(core: BookingCore, appointment: Appointment) -> Appointment:
    async with core.sessions() as session, session.begin():
        return await session.get_one(Appointment, appointment.id)
