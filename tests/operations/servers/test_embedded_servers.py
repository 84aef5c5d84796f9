"""The embedded servers: real, private, durable, and gone when they should be."""

import socket
import subprocess
from pathlib import Path

import psutil
import psycopg
import pytest
import redis
from sqlalchemy import text

from booking_core.storage.database import open_engine
from tests.operations.conftest import is_running, keeper
from web.embedded import DirectoryHeld, EmbeddedError, embedded_servers_blocking
from web.embedded.account import account_for
from web.embedded.place import postgres_programs


def answer(database_url: str, question: str) -> str:
    with psycopg.connect(database_url) as connection:
        row = connection.execute(question.encode()).fetchone()
    assert row is not None
    return str(row[0])


def test_both_answer_to_every_client_we_promise(place: Path) -> None:
    with embedded_servers_blocking(place) as servers:
        psql = postgres_programs(account_for(place / "postgres")) / "psql"
        said = subprocess.run(
            [psql, servers.database_url, "-Atc", "SELECT 6 * 7"], check=True, capture_output=True
        )
        assert said.stdout == b"42\n"
        assert redis.Redis.from_url(servers.redis_url).ping()
        ours = (
            "SELECT count(*) FROM pg_available_extensions WHERE name IN ('btree_gist', 'btree_gin', "
            "'pg_trgm')"
        )
        assert answer(servers.database_url, ours) == "3"


async def test_they_speak_to_sqlalchemy_and_end_with_us(place: Path) -> None:
    with embedded_servers_blocking(place) as servers:
        engine = open_engine(servers.database_url)
        async with engine.connect() as connection:
            assert await connection.scalar(text("SELECT current_user")) == "zimun"
        await engine.dispose()
        pids = (servers.postgres.pid, servers.redis.pid)
    assert not any(is_running(pid) for pid in pids if pid)


@pytest.mark.parametrize(("durable", "safe"), [(True, "on"), (False, "off")])
def test_what_is_committed_survives_a_power_cut_unless_a_test_says_no(
    place: Path, durable: bool, safe: str
) -> None:
    with embedded_servers_blocking(place, durable=durable) as servers:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            assert answer(servers.database_url, f"SHOW {setting}") == safe


def test_nobody_gets_in_without_the_password_and_nobody_else_reads_it(place: Path) -> None:
    with embedded_servers_blocking(place) as servers:
        password = servers.database_url.split(":")[2].partition("@")[0]
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(servers.database_url.replace(password, "guess"))
        with pytest.raises(redis.AuthenticationError):
            redis.Redis.from_url(servers.redis_url.replace(password, "guess")).ping()
        assert all(
            password not in " ".join(command)
            for command in commands_of(servers.postgres.pid, servers.redis.pid)
        )
    assert (place / "servers.json").stat().st_mode & 0o077 == 0


def commands_of(*pids: int | None) -> list[list[str]]:
    return [psutil.Process(pid).cmdline() for pid in pids]


def test_addresses_stay_the_same_from_start_to_start(place: Path) -> None:
    with embedded_servers_blocking(place) as first:
        pass
    with embedded_servers_blocking(place) as second:
        assert (second.database_url, second.redis_url) == (first.database_url, first.redis_url)


def test_a_port_that_somebody_took_meanwhile_is_left_to_them(place: Path) -> None:
    with embedded_servers_blocking(place) as servers:
        taken = int(servers.redis_url.rpartition(":")[2].partition("/")[0])
    with socket.create_server(("127.0.0.1", taken)), embedded_servers_blocking(place) as servers:
        assert f":{taken}/" not in servers.redis_url
        assert redis.Redis.from_url(servers.redis_url).ping()


def test_a_second_start_is_told_who_holds_the_directory(place: Path) -> None:
    with keeper(place, port=8123) as holder:
        told = (
            rf"process {holder.process.pid}, since 20\d\d-.* UTC, on port 8123\. Stop it .*DATA_DIR and PORT"
        )
        with pytest.raises(DirectoryHeld, match=told), embedded_servers_blocking(place):
            pass
        assert answer(holder.database_url, "SELECT 1") == "1"


def test_data_of_another_major_version_are_refused_and_left_alone(fresh_place: Path) -> None:
    with embedded_servers_blocking(fresh_place):
        pass
    version = fresh_place / "postgres" / "PG_VERSION"
    version.write_text("17\n")
    told = "written by PostgreSQL 17; this Zimun brings PostgreSQL 18"
    with pytest.raises(EmbeddedError, match=told), embedded_servers_blocking(fresh_place):
        pass
    assert version.read_text() == "17\n"


def test_data_without_their_password_are_refused_and_left_alone(fresh_place: Path) -> None:
    with embedded_servers_blocking(fresh_place):
        pass
    keys = fresh_place / "servers.json"
    kept = keys.rename(fresh_place / "elsewhere")
    with pytest.raises(EmbeddedError, match=r"servers\.json is gone"), embedded_servers_blocking(fresh_place):
        pass
    kept.rename(keys)
    with embedded_servers_blocking(fresh_place) as servers:
        assert answer(servers.database_url, "SELECT 1") == "1"


def test_a_first_start_that_was_cut_short_is_begun_again(fresh_place: Path) -> None:
    (fresh_place / "postgres.new" / "base").mkdir(parents=True)
    fresh_place.chmod(0o711)
    with embedded_servers_blocking(fresh_place) as servers:
        assert answer(servers.database_url, "SELECT 1") == "1"
