"""Once a night the invariants are looked up in the tables, and whoever reads the log hears what is wrong."""

import logging
from collections import Counter

from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.maintenance.invariants import violations
from booking_core.storage.database import open_engine

logger = logging.getLogger("zimun.invariants")
# Each query reads whole tables, and nobody waits for it at night.
PATIENT_S = 600.0


async def check_invariants(database_url: str) -> Counter[str]:
    """How many rows break which invariant (``invariants.sql``): nothing where all is well. One log line each,
    which names no row.

    Raises ``sqlalchemy.exc.DBAPIError`` where PostgreSQL is away or takes longer than ten minutes for one of
    them.
    """
    engine = open_engine(database_url, pool_size=1, patient_s=PATIENT_S, isolation_level="AUTOCOMMIT")
    try:
        async with AsyncSession(engine) as session:
            broken = Counter(one.invariant for one in await violations(session))
    finally:
        await engine.dispose()
    for invariant, rows in broken.items():
        logger.error("broken invariant: %s (rows: %d)", invariant, rows)
    if not broken:
        logger.info("every invariant holds")
    return broken
