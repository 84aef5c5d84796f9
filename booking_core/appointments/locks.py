"""Advisory locks on resources: writers of claims take them in order, before they write."""

import hashlib
from collections.abc import Iterable

from sqlalchemy import (
    ARRAY,
    BigInteger,
    bindparam,
    text,
)
from sqlalchemy.ext.asyncio import AsyncSession

LOCK = text("SELECT pg_advisory_xact_lock(key) FROM unnest(:keys) AS key").bindparams(
    bindparam("keys", type_=ARRAY(BigInteger))
)
SHARE_AND_LOCK = text(
    "SELECT pg_advisory_xact_lock_shared(:shared)"
    " UNION ALL SELECT pg_advisory_xact_lock(key) FROM unnest(:keys) AS key"
).bindparams(bindparam("keys", type_=ARRAY(BigInteger)))


async def lock_resources(
    session: AsyncSession,
    resource_ids: Iterable[str],
    first: Iterable[str] = (),
    *,
    shared: str | None = None,
) -> None:
    """Wait until nobody else is writing claims of these resources; let go at the end of the transaction.

    Always in one order, so that two writers of the same staff and room never wait for each other (without it,
    9 of 40 did). What is locked ``first`` is waited for before any resource is taken from others; what is
    ``shared``, with others who share it, before everything.
    """
    keys = [*sorted({_lock_key(one) for one in first}), *sorted({_lock_key(one) for one in resource_ids})]
    if shared is None:
        await session.execute(LOCK, {"keys": keys})
    else:
        await session.execute(SHARE_AND_LOCK, {"keys": keys, "shared": _lock_key(shared)})


def _lock_key(resource_id: str) -> int:
    return int.from_bytes(hashlib.sha256(resource_id.encode()).digest()[:8], "big", signed=True)
