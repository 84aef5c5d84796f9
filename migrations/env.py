"""Alembic's entry: the tables of all floors, one advisory lock, one transaction."""

from alembic import context
from sqlalchemy import create_engine, text

import agent.conversation
import agent.vault
import agent.verification
import booking_core.idempotency
import booking_core.notices.outbox
import booking_core.tables
import web.access.sessions
import web.access.tokens
from booking_core.database import Base

# Importing a floor's tables makes them known.
FLOORS = (
    booking_core.tables,
    booking_core.idempotency,
    booking_core.notices.outbox,
    agent.conversation,
    agent.vault,
    agent.verification,
    web.access.sessions,
    web.access.tokens,
)
# Any fixed number: whoever migrates at the same time waits here.
MIGRATING = 7_205_319


def run() -> None:
    engine = create_engine(context.config.attributes["database_url"])
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATING})
        context.configure(connection=connection, target_metadata=Base.metadata, include_name=_is_ours)
        with context.begin_transaction():
            context.run_migrations()


def _is_ours(name: str | None, kind: str, _: object) -> bool:
    """The job queue looks after its own tables."""
    return not (kind == "table" and name is not None and name.startswith("procrastinate_"))


run()
