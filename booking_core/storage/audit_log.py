"""The audit log as it is read: newest first, of everybody or one, about everything or one thing."""

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.storage.audit import AuditEntry


class AuditFilter(Struct, frozen=True):
    """``actor`` and ``subject`` are ids, ``before`` the entry that the page before ended with; empty for
    whatever narrows nothing."""

    actor: str = ""
    subject: str = ""
    before: int | None = None


async def audit_entries(
    session: AsyncSession, organization_id: str, wanted: AuditFilter, most: int
) -> Sequence[AuditEntry]:
    """At most so many."""
    found = select(AuditEntry).where(AuditEntry.organization_id == organization_id)
    if wanted.actor:
        found = found.where(AuditEntry.actor == wanted.actor)
    if wanted.subject:
        found = found.where(AuditEntry.subject == wanted.subject)
    if wanted.before is not None:
        found = found.where(AuditEntry.id < wanted.before)
    return (await session.scalars(found.order_by(AuditEntry.id.desc()).limit(most))).all()
