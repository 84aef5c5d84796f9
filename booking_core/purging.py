"""What is kept only for a while, and goes when its time is over: answers of the API, holds nobody asks about any more, what bookings
counted as, and webhooks that were delivered or given up."""

from datetime import timedelta

from sqlalchemy import text

from booking_core.booking_caps import A_DAY
from booking_core.core import BookingCore
from booking_core.idempotency import PURGED_AT_ONCE, purge_keys
from booking_core.webhooks.deliveries import purge_deliveries

# The outcome of a hold can be asked for this long.
HOLDS_KEPT = timedelta(days=30)
OLD_HOLDS = text(
    """
    DELETE FROM holds WHERE ctid = ANY (ARRAY(SELECT ctid FROM holds WHERE expires_at < :before LIMIT :most))
    RETURNING 1
    """
)
# Of a booking that is older than the day it counts for, and not to come any more.
OLD_COUNTS = text(
    """
    DELETE FROM booking_counts WHERE ctid = ANY (ARRAY(
        SELECT booking_counts.ctid FROM booking_counts JOIN appointments ON appointments.id = appointment_id
        WHERE made_at < :before AND (starts_at < :now OR status NOT IN ('confirmed', 'pending_approval'))
        LIMIT :most
    ))
    RETURNING 1
    """
)


async def purge(core: BookingCore) -> dict[str, int]:
    """Remove everything that is over, batch by batch, each in a transaction of its own; how much of what."""
    removed = {"answers": 0, "holds": 0, "booking counts": 0, "webhook deliveries": 0}
    full = True
    while full:
        async with core.sessions() as session, session.begin():
            answers = await purge_keys(session, core.clock.now())
            old = {"before": core.clock.now() - HOLDS_KEPT, "most": PURGED_AT_ONCE}
            holds = len((await session.execute(OLD_HOLDS, old)).all())
            over = {"before": core.clock.now() - A_DAY, "now": core.clock.now(), "most": PURGED_AT_ONCE}
            counts = len((await session.execute(OLD_COUNTS, over)).all())
            deliveries = await purge_deliveries(session, core.clock.now(), PURGED_AT_ONCE)
        removed["answers"] += answers
        removed["holds"] += holds
        removed["booking counts"] += counts
        removed["webhook deliveries"] += deliveries
        full = PURGED_AT_ONCE in (answers, holds, counts, deliveries)
    return removed
