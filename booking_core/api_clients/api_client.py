"""API clients: the programs that may book for an organization, and their secrets.

A secret is 256 random bits, shown once and kept as a hash; while it is being rotated the one before it still
works.
"""

import hashlib
import secrets
from datetime import datetime, timedelta

from msgspec import Struct
from sqlalchemy import CheckConstraint, ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.access.scopes import Scope
from booking_core.storage.database import Base
from booking_core.storage.ids import new_id, new_secret

# Far above what a website or an agent needs, far below what could keep one process from serving others.
REQUESTS_PER_MINUTE = 60_000
# Live holds of one client at once: a busy booking site stays below, a runaway program is stopped.
HOLDS_AT_ONCE = 1_000
# Of one client within 24 hours; far more than a business of one place has chairs for.
BOOKINGS_PER_DAY = 1_000
# Being used is noted once a minute, so that asking for tokens seldom writes.
NOTED_EVERY = timedelta(minutes=1)


class ApiClient(Base):
    """A program with a name, some scopes and its limits. Revoked is for ever; the row stays for the audit."""

    __tablename__ = "api_clients"
    __table_args__ = (
        CheckConstraint(
            "requests_per_minute > 0 AND holds_at_once >= 0", name="api_clients_have_sound_limits"
        ),
        CheckConstraint("bookings_per_day > 0", name="api_clients_may_book"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)
    name: Mapped[str]
    scopes: Mapped[list[str]]
    secret_hash: Mapped[str]
    previous_secret_hash: Mapped[str | None]
    requests_per_minute: Mapped[int]
    holds_at_once: Mapped[int]
    # None where nobody counts them.
    bookings_per_day: Mapped[int | None]
    created_at: Mapped[datetime]
    last_used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]

    @property
    def mark(self) -> str:
        """Which secret it has, without saying anything about it: another after each rotation."""
        return hashlib.sha256(self.secret_hash.encode()).hexdigest()[:16]

    def has_secret(self, secret: str) -> bool:
        """Whether this is one of its secrets; takes the same time whichever way it is wrong."""
        offered = _hash(secret)
        known = (self.secret_hash, self.previous_secret_hash or "")
        matches = [secrets.compare_digest(offered, one) for one in known]
        return any(matches)


class NewSecret(Struct, frozen=True):
    """A client with the secret that is told this once; None for a repeat, which is told none."""

    client: ApiClient
    secret: str | None


class ClientLimits(Struct, frozen=True):
    requests_per_minute: int = REQUESTS_PER_MINUTE
    holds_at_once: int = HOLDS_AT_ONCE
    bookings_per_day: int | None = BOOKINGS_PER_DAY


def create_api_client(
    session: AsyncSession,
    organization_id: str,
    name: str,
    scopes: tuple[Scope, ...],
    now: datetime,
    limits: ClientLimits | None = None,
    client_id: str | None = None,
) -> NewSecret:
    """A client of the organization, without asking who wants it: see ``arrange``. The caller commits."""
    limits = limits or ClientLimits()
    secret = new_secret()
    client = ApiClient(
        id=client_id or new_id("cli"),
        organization_id=organization_id,
        name=name,
        scopes=list(scopes),
        secret_hash=_hash(secret),
        requests_per_minute=limits.requests_per_minute,
        holds_at_once=limits.holds_at_once,
        bookings_per_day=limits.bookings_per_day,
        created_at=now,
    )
    session.add(client)
    return NewSecret(client, secret)


def rotate(client: ApiClient) -> NewSecret:
    """A new secret. The one it replaces works until the next rotation, so that nothing stops while it is
    being exchanged."""
    secret = new_secret()
    client.previous_secret_hash, client.secret_hash = client.secret_hash, _hash(secret)
    return NewSecret(client, secret)


async def authenticate_client(
    session: AsyncSession, client_id: str, secret: str, now: datetime
) -> ApiClient | None:
    """The client that knows this secret; None for an unknown or revoked one and for a wrong secret alike."""
    client = await session.scalar(
        select(ApiClient).where(ApiClient.id == client_id, ApiClient.revoked_at.is_(None))
    )
    if client is None or not client.has_secret(secret):
        return None
    if client.last_used_at is None or client.last_used_at + NOTED_EVERY < now:
        client.last_used_at = now
    return client


async def api_clients_of(session: AsyncSession, organization_id: str) -> list[ApiClient]:
    """The organization's clients, the revoked ones too, oldest first."""
    statement = select(ApiClient).where(ApiClient.organization_id == organization_id)
    return list((await session.scalars(statement.order_by(ApiClient.created_at, ApiClient.id))).all())


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
