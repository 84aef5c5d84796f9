"""What the database says of a salon after a journey."""

from sqlalchemy import select

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.time_blocks import Claim
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon


async def appointments(core: BookingCore, salon: DemoSalon) -> list[Appointment]:
    async with core.sessions() as session, session.begin():
        of_salon = select(Appointment).where(Appointment.organization_id == salon.organization_id)
        return list(await session.scalars(of_salon.order_by(Appointment.created_at)))


async def claims(core: BookingCore, salon: DemoSalon) -> list[Claim]:
    async with core.sessions() as session, session.begin():
        of_salon = select(Claim).where(Claim.organization_id == salon.organization_id)
        return list(await session.scalars(of_salon))
