"""Signing in with two factors: the password was right, and for some minutes the second one is waited for."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, Index, LargeBinary, delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.storage.database import Base
from booking_core.storage.ids import new_secret
from booking_core.team.accounts import Account
from booking_core.team.sessions import session_id

# Long enough to find the phone; whoever takes longer types the password again.
LASTS = timedelta(minutes=10)
# Wrong tries, after which the password is asked for again.
MOST_TRIES = 5
CHALLENGE_BYTES = 32


class PendingSignIn(Base):
    """``id`` is the SHA-256 of a cookie's secret. It opens nothing but the question for the second factor."""

    __tablename__ = "pending_sign_ins"
    __table_args__ = (Index("pending_sign_ins_by_end", "expires_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    # What a passkey has to sign.
    challenge: Mapped[bytes] = mapped_column(LargeBinary)
    tries: Mapped[int]
    expires_at: Mapped[datetime]


def begin_pending(session: AsyncSession, account: Account, now: datetime) -> str:
    """Returns the secret for the cookie, which is kept nowhere."""
    secret = new_secret()
    session.add(
        PendingSignIn(
            id=session_id(secret),
            account_id=account.id,
            challenge=new_challenge(),
            tries=0,
            expires_at=now + LASTS,
        )
    )
    return secret


async def find_pending(
    session: AsyncSession, secret: str, now: datetime, *, to_try: bool = False
) -> PendingSignIn | None:
    """The sign-in this cookie belongs to; None when it is over. ``to_try`` counts a try, one after the other;
    after the last one it is over."""
    pending = await session.get(PendingSignIn, session_id(secret), with_for_update=to_try or None)
    if pending is None or pending.expires_at <= now or pending.tries >= MOST_TRIES:
        return None
    if to_try:
        pending.tries += 1
    return pending


async def end_pending(session: AsyncSession, pending: PendingSignIn) -> Account:
    """It has led to a sign-in: whose it is. Nobody signs in with it twice."""
    await session.execute(delete(PendingSignIn).where(PendingSignIn.id == pending.id))
    return await session.get_one(Account, pending.account_id)


def new_challenge() -> bytes:
    return secrets.token_bytes(CHALLENGE_BYTES)
