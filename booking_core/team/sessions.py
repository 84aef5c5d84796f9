"""Sign-in sessions: kept on the server, known to the browser by an opaque cookie, hashed at rest."""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, LargeBinary, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.storage.database import Base
from booking_core.storage.ids import new_secret
from booking_core.team.accounts import Account

IDLE = timedelta(minutes=30)
AT_MOST = timedelta(hours=12)
# Being in use is noted once a minute, so that reading a page seldom writes.
NOTED_EVERY = timedelta(minutes=1)


class AccountSession(Base):
    """One sign-in. ``id`` is the SHA-256 of the cookie's secret; it ends after 30 idle minutes, and after 12
    hours anyway."""

    __tablename__ = "account_sessions"

    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    # Such as "Firefox on Windows"; where somebody is, is not kept.
    device: Mapped[str] = mapped_column(server_default="")
    # What a new passkey has to sign, until it has.
    passkey_challenge: Mapped[bytes | None] = mapped_column(LargeBinary)
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]


async def begin_session(session: AsyncSession, account: Account, now: datetime, device: str = "") -> str:
    """A new session on a ``device`` such as ``Firefox on Windows``; returns the secret for the cookie, which
    is kept nowhere. The account's sessions that are over are swept up."""
    over = or_(AccountSession.seen_at < now - IDLE, AccountSession.created_at < now - AT_MOST)
    await session.execute(
        delete(AccountSession).where(AccountSession.account_id == account.id, over),
        execution_options={"synchronize_session": False},
    )
    secret = new_secret()
    session.add(
        AccountSession(
            id=session_id(secret), account_id=account.id, device=device, created_at=now, seen_at=now
        )
    )
    return secret


async def account_of_session(
    session: AsyncSession, secret: str, now: datetime, *, in_use: bool = True
) -> Account | None:
    """Whose session this is; None when it is unknown or over.

    ``in_use`` keeps it from going idle; a page that only refreshes itself passes False.
    """
    found = await session.get(AccountSession, session_id(secret))
    if found is None or found.seen_at + IDLE < now or found.created_at + AT_MOST < now:
        return None
    if in_use and found.seen_at + NOTED_EVERY < now:
        found.seen_at = now
    return await session.scalar(select(Account).where(Account.id == found.account_id))


async def end_session(session: AsyncSession, secret: str) -> None:
    await session.execute(delete(AccountSession).where(AccountSession.id == session_id(secret)))


async def sessions_of(session: AsyncSession, account_id: str, now: datetime) -> Sequence[AccountSession]:
    """Those that are not over, the one that was used last first."""
    statement = select(AccountSession).where(
        AccountSession.account_id == account_id,
        AccountSession.seen_at >= now - IDLE,
        AccountSession.created_at >= now - AT_MOST,
    )
    return (await session.scalars(statement.order_by(AccountSession.seen_at.desc(), AccountSession.id))).all()


async def end_session_by_id(session: AsyncSession, account_id: str, id_: str) -> None:
    """One of the account's own; another's goes on."""
    await session.execute(
        delete(AccountSession).where(AccountSession.id == id_, AccountSession.account_id == account_id)
    )


async def end_other_sessions(session: AsyncSession, account_id: str, but_secret: str) -> None:
    """Sign an account out everywhere but in the session of this secret."""
    await session.execute(
        delete(AccountSession).where(
            AccountSession.account_id == account_id, AccountSession.id != session_id(but_secret)
        )
    )


def session_id(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
