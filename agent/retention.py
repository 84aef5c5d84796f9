"""How long conversations and customers are kept: as long as their organization says, and no longer."""

from contextlib import suppress

from sqlalchemy import text

from booking_core.audit import Actor
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import Refusal

RETENTION = Actor(door="system", id="retention")

# What the settings of an organization's chat may say otherwise.
CONVERSATIONS_KEPT_DAYS, CUSTOMERS_KEPT_DAYS = 90, 396
LETTERS_KEPT_DAYS, VERIFICATIONS_KEPT_DAYS = 30, 1
AT_ONCE = 500
OLD_CONVERSATIONS = text(
    """
    SELECT c.id FROM conversations c JOIN organizations o ON o.id = c.organization_id
    WHERE c.last_message_at < :now - make_interval(days => coalesce((o.chat ->> 'keep_conversations_days')::int, :days))
    ORDER BY c.last_message_at LIMIT :most FOR UPDATE OF c SKIP LOCKED
    """
)
# The rest of a conversation goes with its row.
PARTS = tuple(
    text(f"DELETE FROM {table} WHERE {column} = ANY (:ids)")
    for table, column in (
        ("steps", "conversation_id"),
        ("runs", "conversation_id"),
        ("messages", "conversation_id"),
        ("conversations", "id"),
    )
)
OLD_CUSTOMERS = text(
    """
    SELECT c.organization_id, c.id FROM customers c JOIN organizations o ON o.id = c.organization_id,
        LATERAL (SELECT :now - make_interval(days => coalesce((o.chat ->> 'keep_customers_days')::int, :days)) AS since) kept
    WHERE c.created_at < kept.since AND (c.email IS NOT NULL OR c.phone IS NOT NULL)
      AND NOT EXISTS (SELECT FROM appointments a WHERE a.customer_id = c.id AND a.ends_at > kept.since)
    LIMIT :most
    """
)
OLD_LETTERS = text("DELETE FROM outbox WHERE created_at < :now - make_interval(days => :days) RETURNING 1")
OLD_VERIFICATIONS = text(
    "DELETE FROM verifications WHERE created_at < :now - make_interval(days => :days) RETURNING 1"
)


async def forget_what_is_over(core: BookingCore) -> dict[str, int]:
    """Remove what has been kept long enough, batch by batch; how much of what. Streams are over long before."""
    async with core.sessions() as session, session.begin():
        now = core.clock.now()
        letters = await session.execute(OLD_LETTERS, {"now": now, "days": LETTERS_KEPT_DAYS})
        verifications = await session.execute(
            OLD_VERIFICATIONS, {"now": now, "days": VERIFICATIONS_KEPT_DAYS}
        )
        removed = {"letters": len(letters.all()), "verifications": len(verifications.all())}
    return removed | {"conversations": await _conversations(core), "customers": await _customers(core)}


async def _conversations(core: BookingCore) -> int:
    removed, batch = 0, AT_ONCE
    while batch == AT_ONCE:
        async with core.sessions() as session, session.begin():
            asked = {"now": core.clock.now(), "days": CONVERSATIONS_KEPT_DAYS, "most": AT_ONCE}
            ids = list(await session.scalars(OLD_CONVERSATIONS, asked))
            for statement in PARTS if ids else ():
                await session.execute(statement, {"ids": ids})
        batch = len(ids)
        removed += batch
    return removed


async def _customers(core: BookingCore) -> int:
    """Customers nobody has seen for so long are erased; their appointments keep their times."""
    removed, batch = 0, AT_ONCE
    while batch == AT_ONCE:
        async with core.sessions() as session:
            asked = {"now": core.clock.now(), "days": CUSTOMERS_KEPT_DAYS, "most": AT_ONCE}
            old = (await session.execute(OLD_CUSTOMERS, asked)).all()
        batch = 0
        for organization_id, customer_id in old:
            batch += await _erased(core, organization_id, customer_id)
        removed += batch
    return removed


async def _erased(core: BookingCore, organization_id: str, customer_id: str) -> bool:
    async def deed(desk: Desk) -> None:
        await desk.erase_customer(customer_id)

    # Who has just come back is no longer over.
    with suppress(Refusal):
        await core.visit(organization_id, RETENTION, deed)
        return True
    return False
