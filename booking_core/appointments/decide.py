"""What the business says of an appointment: yes to what was asked for, they came, they did not come. Of the
last two each puts the other right.

Where it already is what it should become, repeating it is a success that does nothing. Each raises
``Conflict`` where it may not become that, and (``version_conflict``) where somebody decided by another
version than the newest.
"""

from collections.abc import Callable

from booking_core.appointments.appointment import COMPLETED, CONFIRMED, NO_SHOW, Appointment
from booking_core.appointments.record import APPROVED_LETTER, record_change
from booking_core.context import OperationContext
from booking_core.storage.events import COMPLETED_EVENT, CONFIRMED_EVENT, NO_SHOW_EVENT


async def approve_appointment(
    context: OperationContext, appointment: Appointment, version: int | None
) -> Appointment:
    """Confirm what was asked for; ``version`` is the one that was seen, None for any. Raises ``Conflict``:
    ``version_conflict``, ``illegal_transition``."""
    return await _change(
        context, appointment, version, CONFIRMED, Appointment.approve, CONFIRMED_EVENT, APPROVED_LETTER
    )


async def complete_appointment(
    context: OperationContext, appointment: Appointment, version: int | None
) -> Appointment:
    """They came; ``version`` as above. Raises ``Conflict``: ``version_conflict``, ``not_started``,
    ``illegal_transition``."""
    now = context.clock.now()
    return await _change(
        context, appointment, version, COMPLETED, lambda one: one.complete(now), COMPLETED_EVENT
    )


async def note_no_show(
    context: OperationContext, appointment: Appointment, version: int | None
) -> Appointment:
    """They did not come; ``version`` as above. Raises ``Conflict``: ``version_conflict``, ``not_started``,
    ``illegal_transition``."""
    now = context.clock.now()
    return await _change(context, appointment, version, NO_SHOW, lambda one: one.no_show(now), NO_SHOW_EVENT)


async def _change(
    context: OperationContext,
    appointment: Appointment,
    version: int | None,
    status: str,
    change: Callable[[Appointment], None],
    kind: str,
    letter: str | None = None,
) -> Appointment:
    if appointment.status == status:
        return appointment
    appointment.must_be_version(version)
    change(appointment)
    await record_change(context, appointment, kind, letter=letter)
    return appointment
