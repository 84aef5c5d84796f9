"""Sign-in sessions of operators: kept on the server, known to the browser by an opaque cookie, hashed at
rest."""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.storage.database import Base
from booking_core.storage.ids import new_secret
from web.access.operators import Operator

IDLE = timedelta(minutes=30)
AT_MOST = timedelta(hours=12)
# Being in use is noted once a minute, so that reading a page seldom writes.
NOTED_EVERY = timedelta(minutes=1)


class OperatorSession(Base):
    """One sign-in. ``id`` is the SHA-256 of the cookie's secret; it ends after 30 idle minutes, and after 12
    hours anyway."""

    __tablename__ = "operator_sessions"

    id: Mapped[str] = mapped_column(primary_key=True)
    operator_id: Mapped[str] = mapped_column(ForeignKey("operators.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]


async def sign_in(session: AsyncSession, operator: Operator, now: datetime) -> str:
    """A new session; returns the secret for the cookie, which is kept nowhere. The operator's old sessions
    are swept up."""
    over = or_(OperatorSession.seen_at < now - IDLE, OperatorSession.created_at < now - AT_MOST)
    await session.execute(
        delete(OperatorSession).where(OperatorSession.operator_id == operator.id, over),
        execution_options={"synchronize_session": False},
    )
    secret = new_secret()
    session.add(OperatorSession(id=_hash(secret), operator_id=operator.id, created_at=now, seen_at=now))
    return secret


async def operator_of_session(
    session: AsyncSession, secret: str, now: datetime, *, in_use: bool = True
) -> Operator | None:
    """Whose session this is; None when it is unknown or over.

    ``in_use`` keeps it from going idle; a page that only refreshes itself passes False.
    """
    found = await session.get(OperatorSession, _hash(secret))
    if found is None or found.seen_at + IDLE < now or found.created_at + AT_MOST < now:
        return None
    if in_use and found.seen_at + NOTED_EVERY < now:
        found.seen_at = now
    return await session.scalar(select(Operator).where(Operator.id == found.operator_id))


async def sign_out(session: AsyncSession, secret: str) -> None:
    await session.execute(delete(OperatorSession).where(OperatorSession.id == _hash(secret)))


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
