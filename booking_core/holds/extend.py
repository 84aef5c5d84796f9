"""A hold is kept longer."""

from booking_core.context import OperationContext
from booking_core.errors import (
    Invalid,
    SlotHeld,
)
from booking_core.holds.claim import claim_again
from booking_core.holds.hold import Hold
from booking_core.live_holds.lifetimes import HOLD_LASTS, MOST_EXTENSIONS


async def extend_hold(context: OperationContext, hold: Hold) -> Hold:
    """Counted once a transaction, however often it is begun again. Raises ``Invalid``
    (``hold_extension_limit``), ``SlotHeld`` where somebody else has it, and ``Unavailable`` without Redis."""
    if hold.extensions > context.extensions_found.setdefault(hold.id, hold.extensions):
        return hold
    if hold.extensions >= MOST_EXTENSIONS:
        raise Invalid("This time has been kept as long as we may.", code="hold_extension_limit")
    outcome = await context.holds.acquire(context.organization_id, claim_again(context, hold, HOLD_LASTS))
    if outcome.outcome != "ok":
        raise SlotHeld("Somebody else has taken hold of that time meanwhile.")
    hold.extensions += 1
    hold.expires_at = min(outcome.expires_at, hold.max_expires_at)
    return hold
