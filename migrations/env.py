"""Alembic's entry: the tables of all floors, one migrator at a time, a transaction for each migration."""

import time

from alembic import context
from sqlalchemy import Connection, NullPool, create_engine, text

import agent.conversation.conversation
import agent.conversation.vault
import agent.verification.verification
import booking_core.api_clients.tokens
import booking_core.maintenance.tables
import booking_core.notices.outbox
import booking_core.storage.idempotency
from booking_core.storage.database import Base
from booking_core.storage.schema_changes import LOCK_TIMEOUT

# Importing a floor's tables makes them known.
FLOORS = (
    booking_core.maintenance.tables,
    booking_core.storage.idempotency,
    booking_core.notices.outbox,
    agent.conversation.conversation,
    agent.conversation.vault,
    agent.verification.verification,
    booking_core.api_clients.tokens,
)
# Any fixed number: whoever migrates at the same time waits here.
MIGRATING = 7_205_319
LOOKS_EVERY_SECONDS = 0.2


def run() -> None:
    # Without a pool the session ends with its connection, and its advisory lock with it, whatever goes wrong.
    engine = create_engine(context.config.attributes["database_url"], poolclass=NullPool)
    with engine.connect() as connection:
        _wait_for_our_turn(connection)
        connection.execute(text(f"SET lock_timeout = '{LOCK_TIMEOUT}'"))
        # Building an index of a large table takes as long as it takes.
        connection.execute(text("SET statement_timeout = 0"))
        connection.commit()
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            include_name=_is_ours,
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            context.run_migrations()


def _wait_for_our_turn(connection: Connection) -> None:
    """Asked again and again: waiting for the lock itself would be an open transaction, and a concurrent index
    build waits for those."""
    wanted = text("SELECT pg_try_advisory_lock(:key)")
    while not connection.execute(wanted, {"key": MIGRATING}).scalar_one():
        connection.rollback()
        time.sleep(LOOKS_EVERY_SECONDS)
    connection.commit()


def _is_ours(name: str | None, kind: str, _: object) -> bool:
    """The job queue looks after its own tables."""
    return not (kind == "table" and name is not None and name.startswith("procrastinate_"))


run()
