"""A bakery that is begun, and its owner who joins."""

from sqlalchemy.ext.asyncio import async_sessionmaker

from booking_core.storage.database import open_engine
from booking_core.team.accept import accept_invitation
from booking_core.team.accounts import account_with_email, has_password
from booking_core.time.clock import SystemClock

BAKERY = ("init", "--name", "Bread & Butter", "--email", "Ines@bread.example", "--time-zone", "Europe/Madrid")


async def joins(database_url: str, link: str, password: str) -> None:
    engine = open_engine(database_url, pool_size=1)
    token = link.rpartition("/")[2]
    await accept_invitation(async_sessionmaker(engine), token, "Ines", password, SystemClock().now())
    await engine.dispose()


async def may_sign_in(database_url: str, email: str, password: str) -> bool:
    engine = open_engine(database_url, pool_size=1)
    async with async_sessionmaker(engine)() as session:
        known = await has_password(await account_with_email(session, email), password)
    await engine.dispose()
    return known
