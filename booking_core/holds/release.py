"""A hold is let go."""

from booking_core.context import OperationContext
from booking_core.errors import Conflict
from booking_core.holds.hold import HELD, HOLD_CONFIRMED, RELEASED, Hold


def release_hold(context: OperationContext, hold: Hold) -> None:
    """Repeating it, or releasing one that has run out, does nothing. Raises ``Conflict`` for one that has
    become an appointment."""
    if hold.status == HOLD_CONFIRMED:
        raise Conflict("This hold has already become an appointment.", code="hold_consumed")
    if hold.status == HELD:
        hold.status = RELEASED
    if hold.status == RELEASED:
        context.release_afterwards(hold.id)
