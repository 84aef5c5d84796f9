"""Access tokens: opaque, 256 bits, ten minutes, hashed at rest; gone at once with their client."""

import hashlib
from datetime import datetime, timedelta

from msgspec import Struct
from sqlalchemy import ForeignKey, Index, delete, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.access.scopes import Scope
from booking_core.api_clients.api_client import ApiClient
from booking_core.storage.database import Base
from booking_core.storage.ids import new_secret

LASTS = timedelta(minutes=10)


class AccessToken(Base):
    """``id`` is the SHA-256 of the token. ``audience`` is the address it is meant for; without one, the API's
    and no other door's."""

    __tablename__ = "access_tokens"
    __table_args__ = (Index("access_tokens_by_end", "expires_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("api_clients.id", ondelete="CASCADE"), index=True)
    scopes: Mapped[list[str]]
    audience: Mapped[str | None]
    expires_at: Mapped[datetime]


class Caller(Struct, frozen=True):
    """Who bears a valid token: a client, what it may do here, and its limits. ``revision`` is that of its
    organization's catalogue."""

    client_id: str
    organization_id: str
    scopes: frozenset[str]
    audience: str | None
    requests_per_minute: int
    holds_at_once: int
    bookings_per_day: int | None
    revision: int


# Plain text, because it runs once for every request: the id is the token's hash, so nothing here depends on
# the token itself.
BEARER = text(
    """
    SELECT client.id, client.organization_id, token.scopes, token.audience, client.requests_per_minute,
           client.holds_at_once, client.bookings_per_day, organization.revision
    FROM access_tokens AS token
    JOIN api_clients AS client ON client.id = token.client_id
    JOIN organizations AS organization ON organization.id = client.organization_id
    WHERE token.id = :id AND token.expires_at > :now AND client.revoked_at IS NULL
    """
)


async def issue_token(
    session: AsyncSession, client: ApiClient, scopes: tuple[Scope, ...], audience: str | None, now: datetime
) -> str:
    """A new token, which is kept nowhere. The client's expired ones are swept up. The caller commits."""
    await session.execute(
        delete(AccessToken).where(AccessToken.client_id == client.id, AccessToken.expires_at < now),
        execution_options={"synchronize_session": False},
    )
    token = new_secret()
    session.add(
        AccessToken(
            id=_hash(token),
            client_id=client.id,
            scopes=list(scopes),
            audience=audience,
            expires_at=now + LASTS,
        )
    )
    return token


async def bearer_of(connection: AsyncConnection | AsyncSession, token: str, now: datetime) -> Caller | None:
    """Whose token this is; None when it is unknown, expired or revoked, or its client is."""
    row = (await connection.execute(BEARER, {"id": _hash(token), "now": now})).one_or_none()
    if row is None:
        return None
    client_id, organization_id, scopes, *rest = row
    return Caller(client_id, organization_id, frozenset(scopes), *rest)


async def revoke_token(session: AsyncSession, client: ApiClient, token: str) -> None:
    """Forget a token of this client. Another's, or none at all, changes nothing (RFC 7009 §2.2)."""
    await session.execute(
        delete(AccessToken).where(AccessToken.id == _hash(token), AccessToken.client_id == client.id)
    )


async def revoke_tokens(session: AsyncSession, client_id: str) -> None:
    """Forget all that a client bears."""
    await session.execute(delete(AccessToken).where(AccessToken.client_id == client_id))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
