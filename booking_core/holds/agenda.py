"""What is held just now, as the agenda shows it: somebody is booking this, whoever it is."""

from sqlalchemy import select

from booking_core.context import OperationContext
from booking_core.holds.hold import HELD, Hold
from booking_core.live_holds.lifetimes import HOLD_LASTS_AT_MOST, LONGEST_HOLD
from booking_core.time.timeline import Horizon


async def read_held(context: OperationContext, location_id: str, day: Horizon) -> list[Hold]:
    """The live holds of one location that touch the day, earliest first. One that ran out is not among them,
    though its row never says so."""
    now = context.clock.now()
    oldest = now - max(HOLD_LASTS_AT_MOST, LONGEST_HOLD)
    statement = (
        select(Hold)
        .where(
            Hold.organization_id == context.organization_id,
            Hold.location_id == location_id,
            Hold.status == HELD,
            Hold.expires_at > now,
            # No live hold is older: few rows are read, of however many there ever were.
            Hold.created_at >= oldest,
            Hold.starts_at < day.end,
            Hold.ends_at > day.origin,
        )
        .order_by(Hold.starts_at, Hold.id)
    )
    return list(await context.session.scalars(statement))
