"""The link with which a customer manages one appointment. Nothing of it is stored but its number: whoever has
the secret key of the installation makes the link of it."""

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.find import find_appointment
from booking_core.context import OperationContext
from booking_core.errors import Conflict, NotFound
from booking_core.storage.statements import Statement

# Of an appointment whose customer was erased.
NO_LINK = 0
# Asked alike for every link that comes, good or made up.
LINKED = Statement("SELECT organization_id, link_number FROM appointments WHERE id = :appointment")
RENEWED = "appointment.renew_link"


async def find_linked(context: OperationContext, appointment_id: str, number: int) -> Appointment:
    """The appointment, locked, as long as this is still the number of its link. Raises ``NotFound``."""
    found = await find_appointment(context, appointment_id, for_update=True)
    if found.link_number != number or number == NO_LINK:
        raise NotFound("There is no such appointment.")
    return found


async def renew_link(context: OperationContext, appointment_id: str, number: int) -> Appointment:
    """Make every link worthless that was given out so far: letters to come carry the next. ``number`` is the
    one that was seen, so that pressing twice renews once.

    Raises ``NotAllowed``, ``NotFound``, and ``Conflict`` (``customer_erased``) where there is nobody to give
    one to.
    """
    context.require(RENEWED)
    found = await find_appointment(context, appointment_id, for_update=True)
    if found.link_number == NO_LINK:
        raise Conflict("The customer of this appointment was erased.", code="customer_erased")
    if found.link_number == number:
        found.link_number += 1
        context.audit(RENEWED, found.id)
        await context.session.flush()
    return found
