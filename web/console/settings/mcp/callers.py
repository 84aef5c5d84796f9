"""Who has changed something at the door of assistants: programs by name, and everybody without a token
together."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import Struct
from sqlalchemy import func, select

from booking_core.desk import Desk
from booking_core.storage.audit import AuditEntry
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.names import people_of
from web.console.words.translate import gettext

# Long enough to notice whom one had forgotten.
SEEN_WITHIN = timedelta(days=30)
MOST = 20


class CallerView(Struct, frozen=True):
    name: str
    changes: int
    last: str


async def assistants_seen(desk: Desk, local: LocalFormat, now: datetime) -> Sequence[CallerView]:
    """The latest first. Whoever may not read the audit log sees none."""
    if not desk.may("audit.read"):
        return []
    rows = await desk.session.execute(
        select(AuditEntry.actor, func.count().label("changes"), func.max(AuditEntry.at).label("last"))
        .where(
            AuditEntry.organization_id == desk.organization_id,
            AuditEntry.door == "mcp",
            AuditEntry.at > now - SEEN_WITHIN,
        )
        .group_by(AuditEntry.actor)
        .order_by(func.max(AuditEntry.at).desc())
        .limit(MOST)
    )
    names = await people_of(desk.session, desk.organization_id)
    return [
        CallerView(names.get(actor) or gettext("Somebody without a token"), changes, local.when(last, now))
        for actor, changes, last in rows
    ]
