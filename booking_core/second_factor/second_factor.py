"""What somebody has beside their password, altogether."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.second_factor.authenticator import (
    forgive_wrong_codes,
    has_authenticator,
    remove_authenticator,
    use_code,
)
from booking_core.second_factor.passkey import Passkey
from booking_core.second_factor.passkeys import passkeys_of
from booking_core.second_factor.recovery_codes import (
    RecoveryCode,
    count_recovery_codes,
    replace_recovery_codes,
    use_recovery_code,
)
from booking_core.storage.idempotency import Sealer


class SecondFactor(Struct, frozen=True):
    """``recovery_codes`` is how many are left."""

    has_app: bool
    passkeys: Sequence[Passkey]
    recovery_codes: int

    @property
    def is_asked_for(self) -> bool:
        return self.has_app or bool(self.passkeys)


async def second_factor_of(session: AsyncSession, account_id: str) -> SecondFactor:
    """What an account has beside its password."""
    return SecondFactor(
        has_app=await has_authenticator(session, account_id),
        passkeys=await passkeys_of(session, account_id),
        recovery_codes=await count_recovery_codes(session, account_id),
    )


async def use_any_code(
    session: AsyncSession, account_id: str, code: str, seal: Sealer, now: datetime
) -> bool:
    """Whether this is a code of their app, or one of their recovery codes; then it is used."""
    if await use_code(session, account_id, code, seal, now):
        return True
    if not await use_recovery_code(session, account_id, code):
        return False
    await forgive_wrong_codes(session, account_id)
    return True


async def issue_first_recovery_codes(session: AsyncSession, account_id: str) -> Sequence[str]:
    """Recovery codes for who has just set up the first of everything; none for who has some already."""
    if await count_recovery_codes(session, account_id):
        return ()
    return await replace_recovery_codes(session, account_id)


async def tidy_recovery_codes(session: AsyncSession, account_id: str) -> None:
    """Where nothing is asked for any more there is nothing to recover."""
    await session.flush()
    if not (await second_factor_of(session, account_id)).is_asked_for:
        await session.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account_id))


async def remove_second_factor(session: AsyncSession, account_id: str) -> None:
    """The password alone lets in again, from this commit on."""
    await remove_authenticator(session, account_id)
    for table in (Passkey, RecoveryCode):
        await session.execute(delete(table).where(table.account_id == account_id))
