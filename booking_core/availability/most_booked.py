"""The service that customers book most: what whoever opens the chat most probably wants."""

from collections.abc import Collection
from datetime import timedelta

from booking_core.context import OperationContext
from booking_core.storage.statements import Statement

# Long enough to count something, short enough to follow the season.
LOOKS_BACK = timedelta(days=30)
BY_BOOKINGS = Statement(
    "SELECT service_id FROM appointments WHERE organization_id = :organization_id AND starts_at >= :since"
    " AND status <> 'cancelled' GROUP BY service_id ORDER BY count(*) DESC, service_id"
)


async def most_booked_service(context: OperationContext, among: Collection[str]) -> str | None:
    """The id of the one of these services that has most appointments since a month ago, those to come
    included; None where none has any."""
    values = {
        "organization_id": context.organization_id,
        "since": context.clock.now() - LOOKS_BACK,
    }
    rows = await context.session.execute(BY_BOOKINGS.text, values)
    return next((row.service_id for row in rows if row.service_id in among), None)
