"""An authenticator app: codes of six digits, a new one every thirty seconds (RFC 6238).

A code is good for its own step and the one before and after it, so that a clock may be off by one; once it,
or a later one, was used, it is worth nothing. The secret is sealed (the seal is passed in).
"""

import re
from datetime import datetime

from pyotp import TOTP, random_base32
from pyotp.exceptions import OTPVerificationError
from sqlalchemy import ForeignKey, LargeBinary, delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.errors import Conflict, InvalidField
from booking_core.storage.database import Base
from booking_core.storage.idempotency import Sealer
from booking_core.team.accounts import Account

ISSUER = "Zimun"
SKEW_STEPS = 1
CODE = re.compile(r"[0-9]{6}")
# Wrong ones since the last right one; after them only a passkey or a recovery code lets in. Three codes of a
# million are good at once, so whoever knows the password guesses one with a chance of 1 in 6,667.
MOST_WRONG = 50


class Authenticator(Base):
    """The app of an account. Before it is confirmed it is asked for nothing. ``last_step`` is the step of the
    last code that was used, in steps of thirty seconds since 1970."""

    __tablename__ = "authenticators"

    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    sealed_secret: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    last_step: Mapped[int | None]
    wrong_in_a_row: Mapped[int]

    @property
    def bound(self) -> bytes:
        return self.account_id.encode()


async def begin_authenticator(session: AsyncSession, account_id: str, seal: Sealer, now: datetime) -> str:
    """A new secret for the app, in place of one that was never confirmed. Raises ``Conflict`` while there is
    a confirmed one."""
    secret = random_base32()
    sealed = seal.close(secret.encode(), account_id.encode())
    fresh = {"sealed_secret": sealed, "created_at": now, "last_step": None, "wrong_in_a_row": 0}
    statement = (
        insert(Authenticator)
        .values(account_id=account_id, confirmed_at=None, **fresh)
        .on_conflict_do_update(
            index_elements=["account_id"], set_=fresh, where=Authenticator.confirmed_at.is_(None)
        )
        .returning(Authenticator.account_id)
    )
    if await session.scalar(statement) is None:
        raise Conflict("An authenticator app is set up already. Remove it first.", code="already_set_up")
    return secret


async def pending_secret(session: AsyncSession, account_id: str, seal: Sealer) -> str | None:
    """The secret that waits to be confirmed, to be shown again; None where none does."""
    row = await session.get(Authenticator, account_id)
    plain = seal.open(row.sealed_secret, row.bound) if row and row.confirmed_at is None else None
    return plain.decode() if plain else None


async def confirm_authenticator(
    session: AsyncSession, account_id: str, code: str, seal: Sealer, now: datetime
) -> None:
    """From this commit on the app's codes are asked for. Raises ``InvalidField`` (``code``), after which the
    same app may try again."""
    row = await session.get(Authenticator, account_id, with_for_update=True)
    secret = seal.open(row.sealed_secret, row.bound) if row and row.confirmed_at is None else None
    step = _step_of(secret.decode(), code, now) if secret else None
    if row is None or step is None:
        raise InvalidField("code", "This is not the code the app shows now. Is the clock of the phone right?")
    row.confirmed_at, row.last_step, row.wrong_in_a_row = now, step, 0


async def use_code(session: AsyncSession, account_id: str, code: str, seal: Sealer, now: datetime) -> bool:
    """Whether this is a code of their app that was not used yet; then it is used. A try counts before it is
    judged, and of several at once each waits for the one before. The caller commits in either case."""
    if not _looks_like_one(code):
        return False
    counted = (
        update(Authenticator)
        .where(
            Authenticator.account_id == account_id,
            Authenticator.confirmed_at.is_not(None),
            Authenticator.wrong_in_a_row < MOST_WRONG,
        )
        .values(wrong_in_a_row=Authenticator.wrong_in_a_row + 1)
        .returning(Authenticator.sealed_secret, Authenticator.last_step)
    )
    row = (await session.execute(counted)).one_or_none()
    secret = seal.open(row.sealed_secret, account_id.encode()) if row else None
    step = _step_of(secret.decode(), code, now) if secret else None
    if row is None or step is None or (row.last_step is not None and step <= row.last_step):
        return False
    right = {"last_step": step, "wrong_in_a_row": 0}
    await session.execute(update(Authenticator).where(Authenticator.account_id == account_id).values(right))
    return True


async def forgive_wrong_codes(session: AsyncSession, account_id: str) -> None:
    """They have shown who they are in another way."""
    await session.execute(
        update(Authenticator).where(Authenticator.account_id == account_id).values(wrong_in_a_row=0)
    )


async def has_authenticator(session: AsyncSession, account_id: str) -> bool:
    confirmed = Authenticator.account_id == account_id, Authenticator.confirmed_at.is_not(None)
    return await session.scalar(select(Authenticator.account_id).where(*confirmed)) is not None


async def remove_authenticator(session: AsyncSession, account_id: str) -> None:
    await session.execute(delete(Authenticator).where(Authenticator.account_id == account_id))


def app_address(secret: str, account: Account) -> str:
    """What the app reads from the QR code (an ``otpauth`` address)."""
    return TOTP(secret).provisioning_uri(name=account.email, issuer_name=ISSUER)


def _step_of(secret: str, code: str, now: datetime) -> int | None:
    if not _looks_like_one(code):
        return None
    try:
        return TOTP(secret).verify_and_get_timecode(_digits(code), for_time=now, valid_window=SKEW_STEPS)
    except OTPVerificationError:
        return None


def _looks_like_one(code: str) -> bool:
    return CODE.fullmatch(_digits(code)) is not None


def _digits(code: str) -> str:
    """Apps show a space in the middle."""
    return "".join(code.split())
