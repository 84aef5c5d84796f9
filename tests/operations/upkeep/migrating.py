"""Migrations run as a process beside writers, readers and each other."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from alembic import command
from alembic.config import Config

from booking_core.storage.database import MIGRATIONS, migrate, sqlalchemy_url
from tests.operations.databases import Installation

LAST_WITHOUT_GROWTH = "0010"
SAID = (
    "INSERT INTO messages (id, organization_id, conversation_id, role, text, blocks) VALUES (%s, 'org', "
    "'cnv', 'customer', 'hi', '[]')"
)
# Nobody who works meanwhile waits longer for a lock than this.
IMPATIENT = "-c lock_timeout=5s"


def upgrade(made: Installation, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["database_url"] = sqlalchemy_url(made.database_url)
    command.upgrade(config, revision)


def head(made: Installation) -> str:
    return str(made.rows("alembic_version")[0][0])


def is_valid(made: Installation, index: str) -> bool:
    with psycopg.connect(made.database_url) as connection:
        row = connection.execute(
            "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(%s)", (index,)
        ).fetchone()
    return row is not None and bool(row[0])


@contextmanager
def migrate_meanwhile(made: Installation) -> Iterator[list[Exception]]:
    """Migrations go on while the block does something, and have ended after it; what they failed with."""
    failures: list[Exception] = []

    def run() -> None:
        try:
            migrate(made.database_url)
        except Exception as error:
            failures.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield failures
    finally:
        thread.join(60)
    assert not thread.is_alive()


def wait_until(connection: psycopg.Connection[tuple[object, ...]], condition: str) -> None:
    for _ in range(600):
        if connection.execute(f"SELECT {condition}".encode()).fetchone() == (True,):
            return
        connection.execute("SELECT pg_sleep(0.05)")
    raise AssertionError(condition)


BUILDING = (
    "EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'CREATE "
    "INDEX%runs_of_message%'"
    " AND wait_event_type = 'Lock')"
)
WAITING = (
    "EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'ALTER TABLE "
    "appointment_events%'"
    " AND wait_event_type = 'Lock')"
)
ANSWERED = (
    "INSERT INTO runs (id, organization_id, conversation_id, message_id, answer_id, status)"
    " VALUES ('run_' || %s, 'org', 'cnv', %s, 'x', 'completed')"
)


def answer(connection: psycopg.Connection[tuple[object, ...]], message_id: str) -> None:
    connection.execute(SAID, (message_id,))
    connection.execute(ANSWERED, (message_id, message_id))
