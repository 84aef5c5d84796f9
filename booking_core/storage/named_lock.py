"""One at a time by a name, for what has no row yet that could be locked."""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession


async def lock_by_name(session: AsyncSession, name: str) -> None:
    """Wait until nobody else holds this name; let go at the end of the transaction."""
    await session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(name, 0))))
