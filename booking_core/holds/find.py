"""Find the holds of the actor, and lock one that is about to change."""

from sqlalchemy import select

from booking_core.appointments.find import find_row
from booking_core.context import OperationContext
from booking_core.errors import NotFound
from booking_core.holds.hold import HELD, HOLD_CONFIRMED, Hold


async def find_hold(context: OperationContext, hold_id: str, *, for_update: bool = False) -> Hold:
    """One of the actor's own holds, whatever became of it. Raises ``NotFound``."""
    hold = await find_row(context, Hold, hold_id, "hold", for_update=for_update)
    if hold.owner != context.owner:
        raise NotFound("There is no such hold.")
    return hold


async def live_holds(context: OperationContext) -> list[Hold]:
    """The actor's own holds that stand, the oldest first."""
    mine = select(Hold).where(
        Hold.organization_id == context.organization_id,
        Hold.owner == context.owner,
        Hold.status == HELD,
        Hold.expires_at > context.clock.now(),
    )
    return list(await context.session.scalars(mine.order_by(Hold.created_at, Hold.id)))


async def was_for_anybody(context: OperationContext, appointment_id: str) -> bool:
    """Whether nobody was asked for by name when an appointment was last booked or moved; False where that is
    no longer known."""
    newest = (
        select(Hold.staff_id)
        .where(
            Hold.organization_id == context.organization_id,
            Hold.appointment_id == appointment_id,
            Hold.status == HOLD_CONFIRMED,
        )
        .order_by(Hold.created_at.desc(), Hold.id)
        .limit(1)
    )
    found = list(await context.session.scalars(newest))
    return found == [None]
