"""A customer confirms what they hold."""

from typing import Any

from booking_core.appointments.appointment import Appointment
from booking_core.holds.hold import Hold
from tests.cast import Visitor


async def confirms(visitor: Visitor, hold: Hold, **brings: Any) -> Appointment:
    contact = brings.pop("contact", visitor.contact)
    return await visitor.at_desk(lambda desk: desk.confirm(hold.id, contact, **brings))
