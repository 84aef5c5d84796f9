"""Recovery codes: each lets somebody in once, who has lost everything else. Kept as hashes."""

import hashlib
import secrets
from collections.abc import Sequence

from sqlalchemy import ForeignKey, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.storage.database import Base
from booking_core.storage.ids import ID_LETTERS

HOW_MANY = 10
# Twelve of thirty-two letters: sixty bits, written in three groups.
GROUPS, GROUP_LENGTH = 3, 4


class RecoveryCode(Base):
    """One that was not used yet."""

    __tablename__ = "recovery_codes"

    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    code_hash: Mapped[str] = mapped_column(primary_key=True)


async def replace_recovery_codes(session: AsyncSession, account_id: str) -> Sequence[str]:
    """Ten new ones, shown once; the old ones are worth nothing from this commit on."""
    await session.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account_id))
    codes = [_new_code() for _ in range(HOW_MANY)]
    session.add_all(RecoveryCode(account_id=account_id, code_hash=_hash(account_id, one)) for one in codes)
    return codes


async def use_recovery_code(session: AsyncSession, account_id: str, code: str) -> bool:
    """Whether it was one of theirs; then it is gone. Of several at once one is let in."""
    gone = (
        delete(RecoveryCode)
        .where(RecoveryCode.account_id == account_id, RecoveryCode.code_hash == _hash(account_id, code))
        .returning(RecoveryCode.code_hash)
    )
    return await session.scalar(gone) is not None


async def count_recovery_codes(session: AsyncSession, account_id: str) -> int:
    left = select(func.count()).where(RecoveryCode.account_id == account_id)
    return await session.scalar(left) or 0


def _new_code() -> str:
    letters = ID_LETTERS.decode()
    groups = ("".join(secrets.choice(letters) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS))
    return "-".join(groups)


def _hash(account_id: str, code: str) -> str:
    """However it is typed: capitals, spaces and missing hyphens are the same code."""
    letters = "".join(letter for letter in code.lower() if letter.isalnum())
    return hashlib.sha256(f"{account_id} {letters}".encode("utf-8", "surrogatepass")).hexdigest()
