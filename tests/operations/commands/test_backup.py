"""`zimun backup` and `zimun restore`: a round trip keeps everything, and whatever goes wrong changes
nothing."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from click.testing import CliRunner

from tests.operations.commands.weeks import a_week, another_booking, everything
from tests.operations.databases import Installation, installation
from tests.places import TABLES
from web.cli import main
from web.embedded import EmbeddedServers
from web.secrets.sealing import webhook_seal


@pytest.fixture(scope="module")
def week(servers: EmbeddedServers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """What every test has a copy of."""
    with installation(servers, tmp_path_factory.mktemp("week"), like=TABLES) as made:
        asyncio.run(a_week(made))
        yield made


@pytest.fixture
def salon_there(servers: EmbeddedServers, week: Installation, tmp_path: Path) -> Iterator[Installation]:
    with installation(servers, tmp_path, like=week.name) as copied:
        yield copied


def test_a_round_trip_keeps_appointments_and_conversations(
    salon_there: Installation, other: Installation, tmp_path: Path
) -> None:
    file = tmp_path / "week.dump"
    before = everything(salon_there)
    salon_there.said("backup", str(file))
    assert "every invariant holds" in other.said("restore", str(file))
    assert everything(other) == before
    assert before["appointments"]
    assert before["messages"]


def test_a_backup_is_for_its_owner_only(salon_there: Installation, tmp_path: Path) -> None:
    file = tmp_path / "week.dump"
    salon_there.said("backup", str(file))
    assert file.stat().st_mode & 0o777 == 0o600
    assert not file.with_name("week.dump.partial").exists()


def test_a_database_in_use_is_only_replaced_when_told(salon_there: Installation, tmp_path: Path) -> None:
    file = tmp_path / "week.dump"
    before = everything(salon_there)
    salon_there.said("backup", str(file))
    with psycopg.connect(salon_there.database_url) as connection:
        connection.execute("UPDATE organizations SET name = 'Another'")
    refused = salon_there.asks("restore", str(file))
    assert refused.exit_code == 1
    assert "not empty" in refused.output
    salon_there.said("restore", str(file), "--replace")
    assert everything(salon_there) == before


@pytest.mark.parametrize("kept", [0, 2_000, -1])
def test_half_a_file_changes_nothing(salon_there: Installation, tmp_path: Path, kept: int) -> None:
    file = tmp_path / "week.dump"
    before = everything(salon_there)
    salon_there.said("backup", str(file))
    file.write_bytes(file.read_bytes()[:kept])
    refused = salon_there.asks("restore", str(file), "--replace")
    assert refused.exit_code == 1
    assert "Nothing was changed" in refused.output
    assert everything(salon_there) == before


def test_a_backup_that_breaks_an_invariant_changes_nothing(
    salon_there: Installation, other: Installation, tmp_path: Path
) -> None:
    file = tmp_path / "wrong.dump"
    with psycopg.connect(salon_there.database_url) as connection:
        connection.execute("DELETE FROM audit")
    salon_there.said("backup", str(file))
    refused = other.asks("restore", str(file))
    assert refused.exit_code == 1
    assert "every change says who made it" in refused.output
    with psycopg.connect(other.database_url) as connection:
        assert connection.execute("SELECT to_regclass('appointments')").fetchone() == (None,)


def test_what_was_restored_goes_on_working(
    salon_there: Installation, other: Installation, tmp_path: Path
) -> None:
    file = tmp_path / "week.dump"
    salon_there.said("backup", str(file))
    other.said("restore", str(file))
    assert "up to date" in other.said("migrate")
    asyncio.run(another_booking(other))


def test_nothing_is_written_where_the_file_cannot_be(salon_there: Installation, tmp_path: Path) -> None:
    refused = salon_there.asks("backup", str(tmp_path / "nowhere" / "week.dump"))
    assert refused.exit_code == 1
    assert "cannot be written" in refused.output


def test_servers_of_its_own_are_backed_up_and_restored(
    salon_there: Installation, fresh_place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, again = tmp_path / "week.dump", tmp_path / "again.dump"
    salon_there.said("backup", str(file))
    for name in ("DATABASE_URL", "REDIS_URL", "SECRET_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATA_DIR", str(fresh_place))
    for command in (("restore", str(file)), ("backup", str(again))):
        done = CliRunner().invoke(main, list(command))
        assert done.exit_code == 0, done.output
    before = everything(salon_there)
    salon_there.said("restore", str(again), "--replace")
    assert everything(salon_there) == before


def test_a_restore_under_another_key_says_what_cannot_be_opened(
    salon_there: Installation, other: Installation, tmp_path: Path
) -> None:
    file = tmp_path / "week.dump"
    seal = webhook_seal("another key of thirty-two characters")
    with psycopg.connect(salon_there.database_url) as connection:
        (organization_id,) = connection.execute("SELECT id FROM organizations").fetchone()
        connection.execute(
            "INSERT INTO webhook_endpoints (id, organization_id, url, events, secrets, created_at)"
            " VALUES ('wh_1', %s, 'https://hooks.zimun.invalid', '{}', %s, now())",
            (organization_id, [seal.close(b"secret", b"wh_1")]),
        )
    salon_there.said("backup", str(file))
    restored = other.asks("restore", str(file))
    assert restored.exit_code == 1
    assert "every invariant holds" in restored.output
    assert "another SECRET_KEY, which webhook secrets are sealed with" in restored.output
    assert "1 webhook secrets cannot be opened" in " ".join(other.asks("doctor").output.split())
