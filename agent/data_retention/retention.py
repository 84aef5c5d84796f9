"""The daily purge of conversations and customers, after the time that their organization has set."""

from contextlib import suppress
from datetime import timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from agent.data_retention.erasure import FORGET_ANSWERS
from booking_core.catalogue.settings.settings import default_of
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import Refusal
from booking_core.maintenance.purge import Purge, each_by_itself, in_batches, of_each_organization
from booking_core.storage.audit import Actor

RETENTION = Actor(door="system", id="retention")

# Where an organization has set nothing else.
CONVERSATIONS_KEPT_DAYS: int = default_of("chat.keep_conversations_days")
CUSTOMERS_KEPT_DAYS: int = default_of("chat.keep_customers_days")
VERIFICATIONS_KEPT, WORKERS_KEPT = timedelta(days=1), timedelta(days=1)
# A conversation has some thirty rows: a batch stays well below the statement timeout.
CONVERSATIONS_AT_ONCE, CUSTOMERS_AT_ONCE = 200, 500
# Each status by its index, oldest first. Conversations locked by a message are left for the next run.
OLD_CONVERSATIONS = text(
    """
    SELECT due.id FROM organizations AS o
    CROSS JOIN unnest(ARRAY['waiting', 'bot', 'person', 'closed']) AS of_status
    CROSS JOIN LATERAL (
        SELECT c.id FROM conversations AS c
        WHERE c.organization_id = o.id AND c.status = of_status
          AND c.last_message_at < :now
            - make_interval(days => coalesce((o.chat ->> 'keep_conversations_days')::int, :days))
        ORDER BY c.last_message_at LIMIT :most FOR UPDATE SKIP LOCKED
    ) AS due
    LIMIT :most
    """
)
# Other tables cascade from the conversation's row.
PARTS = (
    text(FORGET_ANSWERS),
    *(
        text(f"DELETE FROM {table} WHERE {column} = ANY (:ids)")
        for table, column in (
            ("steps", "conversation_id"),
            ("runs", "conversation_id"),
            ("messages", "conversation_id"),
            ("conversations", "id"),
        )
    ),
)
OLD_CUSTOMERS = text(
    """
    SELECT c.organization_id, c.id FROM customers c JOIN organizations o ON o.id = c.organization_id,
        LATERAL (
            SELECT :now
                - make_interval(days => coalesce((o.chat ->> 'keep_customers_days')::int, :days)) AS since
        ) kept
    WHERE c.created_at < kept.since AND (c.email IS NOT NULL OR c.phone IS NOT NULL)
      AND NOT EXISTS (SELECT FROM appointments a WHERE a.customer_id = c.id AND a.ends_at > kept.since)
    LIMIT :most
    """
)
PURGES = {
    "verifications": Purge("verifications", of_each_organization("verifications"), VERIFICATIONS_KEPT),
    # Rows of workers that died; others delete theirs when they stop.
    "workers": Purge("turn_workers", "SELECT ctid FROM turn_workers WHERE seen_at < :before", WORKERS_KEPT),
}


async def purge_expired_data(core: BookingCore) -> dict[str, int]:
    """Delete expired rows in batches. Returns the number by kind. Streams expire by themselves, long
    before."""
    return await each_by_itself(
        {name: one.of(core) for name, one in PURGES.items()}
        | {
            "conversations": lambda: _purge_conversations(core),
            "customers": lambda: _erase_old_customers(core),
        }
    )


async def _purge_conversations(core: BookingCore) -> int:
    async def purge_batch(session: AsyncSession, most: int) -> int:
        limits = {"now": core.clock.now(), "days": CONVERSATIONS_KEPT_DAYS, "most": most}
        ids = list(await session.scalars(OLD_CONVERSATIONS, limits))
        for statement in PARTS if ids else ():
            await session.execute(statement, {"ids": ids})
        return len(ids)

    return await in_batches(core, purge_batch, CONVERSATIONS_AT_ONCE)


async def _erase_old_customers(core: BookingCore) -> int:
    """Erase customers without a recent appointment; their appointments stay, without personal data."""
    removed, batch = 0, CUSTOMERS_AT_ONCE
    while batch == CUSTOMERS_AT_ONCE:
        async with core.sessions() as session:
            limits = {"now": core.clock.now(), "days": CUSTOMERS_KEPT_DAYS, "most": CUSTOMERS_AT_ONCE}
            old = (await session.execute(OLD_CUSTOMERS, limits)).all()
        batch = 0
        for organization_id, customer_id in old:
            batch += await _erase_customer(core, organization_id, customer_id)
        removed += batch
    return removed


async def _erase_customer(core: BookingCore, organization_id: str, customer_id: str) -> bool:
    async def erase(desk: Desk) -> None:
        await desk.erase_customer(customer_id)

    # The customer may have booked again since the query.
    with suppress(Refusal):
        await core.transaction(organization_id, RETENTION, erase)
        return True
    return False
