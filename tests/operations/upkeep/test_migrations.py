"""Migrations of a database that is in use: nobody waits for them, and what a broken run has left is done
again."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from alembic import command
from alembic.config import Config

from booking_core.storage import database
from booking_core.storage.database import MIGRATIONS, migrate, sqlalchemy_url
from booking_core.storage.schema_changes import CannotMigrate
from tests.attack.mutants.mutant import Mutant
from tests.operations.conftest import CHECKOUT
from tests.operations.databases import Installation, installation
from web.embedded import EmbeddedServers

LAST_WITHOUT_GROWTH = "0010"
SAID = (
    "INSERT INTO messages (id, organization_id, conversation_id, role, text, blocks) VALUES (%s, 'org', "
    "'cnv', 'customer', 'hi', '[]')"
)
# Nobody who works meanwhile waits longer for a lock than this.
IMPATIENT = "-c lock_timeout=5s"


@pytest.fixture
def old(servers: EmbeddedServers, tmp_path: Path, mutant: Mutant | None) -> Iterator[Installation]:
    """A database as it was before the indexes for growth, with one message and its turn in it."""
    with installation(servers, tmp_path) as made:
        upgrade(made, LAST_WITHOUT_GROWTH)
        with psycopg.connect(made.database_url) as connection:
            connection.execute(
                "INSERT INTO organizations (id, name, time_zone, locale, currency, country, chat)"
                " VALUES ('org', 'Old', 'Europe/Berlin', 'en', 'EUR', 'DE', '{}')"
            )
            connection.execute(
                "INSERT INTO conversations (id, organization_id, token_hash, status, locale, state)"
                " VALUES ('cnv', 'org', 'x', 'bot', 'en', '{}')"
            )
            answer(connection, "msg_first")
        if mutant is not None:
            mutant.breaks(made.database_url)
        yield made


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
def migrating(made: Installation) -> Iterator[list[Exception]]:
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


def test_writing_goes_on_while_an_index_is_built(old: Installation) -> None:
    with (
        psycopg.connect(old.database_url) as slow,
        psycopg.connect(old.database_url, autocommit=True, options=IMPATIENT) as other,
    ):
        # A transaction that has written and does not end: whoever builds waits for it, and nobody waits for
        # whoever builds.
        answer(slow, "msg_slow")
        with migrating(old) as failures:
            wait_until(other, BUILDING)
            answer(other, "msg_other")
            slow.commit()
    assert failures == []
    assert is_valid(old, "runs_of_message")


def test_an_open_reader_keeps_nobody_waiting_behind_a_migration(
    old: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "MIGRATION_PAUSE_SECONDS", 0.1)
    monkeypatch.setattr(database, "MIGRATION_TRIES", 2)
    with (
        psycopg.connect(old.database_url) as reader,
        psycopg.connect(old.database_url, autocommit=True, options=IMPATIENT) as other,
    ):
        reader.execute("SELECT count(*) FROM appointment_events")
        # It has to change the table that is being read: it steps back, comes again, and in the end says why.
        with migrating(old) as failures:
            wait_until(other, WAITING)
            other.execute("SELECT count(*) FROM appointment_events")
        assert [type(failure) for failure in failures] == [CannotMigrate]
        assert head(old) == LAST_WITHOUT_GROWTH
    migrate(old.database_url)
    assert head(old) > LAST_WITHOUT_GROWTH


def test_an_index_that_a_broken_run_has_left_is_built_anew(old: Installation) -> None:
    with psycopg.connect(old.database_url, autocommit=True) as connection:
        connection.execute("CREATE INDEX runs_of_message ON runs (message_id)")
        connection.execute(
            "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'runs_of_message'::regclass"
        )
        connection.execute("CREATE INDEX audit_of_actor ON audit (organization_id, actor)")
    migrate(old.database_url)
    assert is_valid(old, "runs_of_message")
    assert is_valid(old, "audit_of_actor")
    migrate(old.database_url)


def test_two_who_migrate_at_once_both_find_it_done(old: Installation) -> None:
    script = "import sys; from booking_core.storage.database import migrate; migrate(sys.argv[1])"
    both = [
        subprocess.Popen([sys.executable, "-c", script, old.database_url], cwd=CHECKOUT) for _ in range(2)
    ]
    assert [one.wait(60) for one in both] == [0, 0]
    assert is_valid(old, "runs_of_message")


def test_a_role_that_may_not_create_an_extension_is_told_which_one(old: Installation) -> None:
    name = old.database_url.rpartition("/")[2]
    with psycopg.connect(old.database_url, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {name} LOGIN PASSWORD 'guest'".encode())
        connection.execute(f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {name}".encode())
    _, _, rest = old.database_url.partition("@")
    with pytest.raises(CannotMigrate, match="CREATE EXTENSION pg_trgm"):
        migrate(f"postgresql://{name}:guest@{rest}")
    with psycopg.connect(old.database_url, autocommit=True) as connection:
        connection.execute(f"DROP OWNED BY {name}".encode())
        connection.execute(f"DROP ROLE {name}".encode())


FOREIGN_KEYS = """
SELECT held.relname, array_agg(a.attname ORDER BY k.place)::text[], parent.relname
FROM pg_constraint AS c
JOIN pg_class AS held ON held.oid = c.conrelid
JOIN pg_class AS parent ON parent.oid = c.confrelid
CROSS JOIN LATERAL unnest(c.conkey) WITH ORDINALITY AS k (attnum, place)
JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = k.attnum
WHERE c.contype = 'f' AND held.relnamespace = 'public'::regnamespace AND NOT EXISTS (
    SELECT FROM pg_index AS i
    WHERE i.indrelid = c.conrelid AND i.indisvalid AND c.conkey @> (i.indkey::int2[])[0:cardinality(c.conkey)
        - 1]
)
GROUP BY c.oid, held.relname, parent.relname
"""
# Rows of these are never deleted, so nobody ever looks for what refers to them: customers and appointments
# are emptied where they are erased, and whatever was booked once stays in the catalogue.
STAYS = {"organizations", "appointments", "services", "locations", "resources"}
# A block has few seats, and they are found by the first column of their own key.
FOUND_OTHERWISE = {("seats", ("block_id", "capacity"))}


def test_every_foreign_key_to_rows_that_go_has_an_index(old: Installation) -> None:
    assert ("runs", ("message_id",)) in without_an_index(old)
    migrate(old.database_url)
    assert without_an_index(old) == set()


def without_an_index(made: Installation) -> set[tuple[str, tuple[str, ...]]]:
    with psycopg.connect(made.database_url) as connection:
        found = connection.execute(FOREIGN_KEYS).fetchall()
    return {(table, (*columns,)) for table, columns, parent in found if parent not in STAYS} - FOUND_OTHERWISE
