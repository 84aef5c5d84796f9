"""Migrations of a database that is in use: nobody waits for them, and what a broken run has left is done
again."""

import subprocess
import sys

import psycopg
import pytest

from booking_core.storage import database
from booking_core.storage.database import migrate
from booking_core.storage.schema_changes import CannotMigrate
from tests.operations.conftest import CHECKOUT
from tests.operations.databases import Installation
from tests.operations.upkeep.migrating import (
    BUILDING,
    IMPATIENT,
    LAST_WITHOUT_GROWTH,
    WAITING,
    answer,
    head,
    is_valid,
    migrate_meanwhile,
    wait_until,
)


def test_writing_goes_on_while_an_index_is_built(old: Installation) -> None:
    with (
        psycopg.connect(old.database_url) as slow,
        psycopg.connect(old.database_url, autocommit=True, options=IMPATIENT) as other,
    ):
        # A transaction that has written and does not end: whoever builds waits for it, and nobody waits for
        # whoever builds.
        answer(slow, "msg_slow")
        with migrate_meanwhile(old) as failures:
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
        with migrate_meanwhile(old) as failures:
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
