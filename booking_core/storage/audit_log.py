"""The audit log as it is read: newest first by its times, of everybody or one person, about
everything or one thing."""

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import select, tuple_
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
        last = select(AuditEntry.at, AuditEntry.id).where(
            AuditEntry.organization_id == organization_id, AuditEntry.id == wanted.before
        )
        found = found.where(tuple_(AuditEntry.at, AuditEntry.id) < last.scalar_subquery())
    # By time first: whatever was noted later than it was done, as in the demo, stands where its time says.
    newest_first = AuditEntry.at.desc(), AuditEntry.id.desc()
    return (await session.scalars(found.order_by(*newest_first).limit(most))).all()
