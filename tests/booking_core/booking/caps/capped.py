"""A business with caps on bookings, and somebody who books as much as they may."""

from typing import Any

from sqlalchemy import select

from booking_core.appointments.appointment import Appointment
from booking_core.booking.booking_caps import Booker, BookingCount
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.maintenance.demo import DemoSalon
from tests.cast import Visitor, at, set_by_owner

EVE = ContactDetails("Eve", "eve@example.com", "+49305550188")


async def rule(core: BookingCore, salon: DemoSalon, **rules: Any) -> None:
    changed = {f"booking_rules__{name}": value for name, value in rules.items()}
    await set_by_owner(core, salon.organization_id, **changed)


async def books(
    visitor: Visitor, day: int, hour: int, contact: ContactDetails = EVE, **booker: Any
) -> Appointment:
    """Through a door for customers; each time in a conversation of its own."""
    hold = await visitor.holds("Haircut", at(day, hour))
    return await visitor.at_desk(lambda desk: desk.confirm(hold.id, contact, booker=Booker(**booker)))


async def count(core: BookingCore, salon: DemoSalon) -> set[str]:
    """The appointments that count."""
    ids = select(BookingCount.appointment_id).where(BookingCount.organization_id == salon.organization_id)
    async with core.sessions() as session, session.begin():
        return set(await session.scalars(ids))
