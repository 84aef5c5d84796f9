"""Everything that is kept of somebody who signs in, for themselves: what they are called, where they work,
where they are signed in, what they prove themselves with, and what they did. No secret is among it."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.second_factor.authenticator import Authenticator
from booking_core.second_factor.passkey import Passkey
from booking_core.storage.audit import CONSOLE, AuditEntry
from booking_core.storage.database import Base
from booking_core.team.accounts import Account
from booking_core.team.links import OneTimeLink
from booking_core.team.memberships import Membership
from booking_core.team.sessions import AccountSession

# Of each table the columns that say something of a person.
OWN: Mapping[str, tuple[type[Base], Sequence[str]]] = {
    "memberships": (
        Membership,
        (
            "organization_id",
            "role",
            "resource_id",
            "public_name",
            "notification_email",
            "notification_kinds",
            "notifies_of_all",
            "created_at",
        ),
    ),
    "sessions": (AccountSession, ("device", "created_at", "seen_at")),
    "passkeys": (Passkey, ("name", "created_at", "last_used_at")),
    "authenticators": (Authenticator, ("created_at", "confirmed_at")),
    "links": (OneTimeLink, ("kind", "organization_id", "email", "expires_at")),
}
# A link that was used opens nothing any more.
STILL_OPEN = {"links": (OneTimeLink.used_at.is_(None),)}
DID = ("organization_id", "at", "action", "subject", "details")


async def own_data(session: AsyncSession, account: Account) -> dict[str, Any]:
    """As plain values and moments; what they did in every business, oldest first."""
    found: dict[str, Any] = {name: getattr(account, name) for name in ("id", "email", "name", "language")}
    for name, (table, columns) in OWN.items():
        theirs = table.__table__.c.account_id == account.id
        found[name] = await _rows(session, table, columns, theirs, *STILL_OPEN.get(name, ()))
    is_theirs = (AuditEntry.actor == account.id, AuditEntry.door == CONSOLE)
    return found | {"did": await _rows(session, AuditEntry, DID, *is_theirs, order=AuditEntry.id)}


async def _rows(
    session: AsyncSession, table: type[Any], columns: Sequence[str], *which: Any, order: Any = None
) -> list[dict[str, Any]]:
    read = select(*(getattr(table, name) for name in columns)).where(*which).order_by(order)
    return [dict(row._mapping) for row in await session.execute(read)]
