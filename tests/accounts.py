"""People who sign in, with one password. Its hash is real and cheap: what it costs to check a password stands
in the hash."""

from argon2 import PasswordHasher
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.storage.ids import new_id
from booking_core.team.accounts import Account

PASSWORD = "correct horse battery"
CHEAP_HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


def address(name: str = "who") -> str:
    return f"{new_id(name)}@example.com"


async def known_account(session: AsyncSession) -> Account:
    """Somebody's account, in the database."""
    account = Account(id=new_id("acc"), email=address(), name="Olive", password_hash=CHEAP_HASH)
    session.add(account)
    await session.flush()
    return account
