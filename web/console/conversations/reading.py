"""That somebody reads a conversation stands in the audit, as what they change does."""

from datetime import timedelta

from sqlalchemy import select

from booking_core.desk import Desk
from booking_core.storage.audit import AuditEntry

READ = "conversation.read"
# Whoever looks again within this time, or leaves the page open, is still reading.
STILL_READING = timedelta(hours=1)


async def note_reading(desk: Desk, conversation_id: str) -> None:
    """One entry for each person and conversation an hour."""
    noted = select(AuditEntry.id).where(
        AuditEntry.organization_id == desk.organization_id,
        AuditEntry.subject == conversation_id,
        AuditEntry.actor == desk.actor.id,
        AuditEntry.action == READ,
        AuditEntry.at > desk.clock.now() - STILL_READING,
    )
    if await desk.session.scalar(noted.limit(1)) is None:
        desk.audit(READ, conversation_id)
