"""Killed without warning: whatever dies, the next start finds what was committed and never a second
server."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from time import sleep

import psycopg
import pytest
import redis

from tests.operations.conftest import Keeper, is_running, keeper
from web.embedded import EmbeddedServers, embedded_servers_blocking


def note(keeper: Keeper | EmbeddedServers, word: str) -> None:
    """Commit a word, and put it into Redis."""
    with psycopg.connect(keeper.database_url) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS noted (word text)")
        connection.execute("INSERT INTO noted VALUES (%s)", (word,))
    redis.Redis.from_url(keeper.redis_url).set("word", word)


def read_pids(keeper: Keeper | EmbeddedServers) -> set[str]:
    with psycopg.connect(keeper.database_url) as connection:
        return {row[0] for row in connection.execute("SELECT word FROM noted")}


def remember(keeper: Keeper | EmbeddedServers) -> bytes | None:
    return redis.Redis.from_url(keeper.redis_url).get("word")  # type: ignore[return-value]


def kill(*pids: int) -> None:
    for pid in pids:
        os.kill(pid, signal.SIGKILL)


def test_after_a_clean_stop_redis_goes_on_where_it_was(place: Path) -> None:
    with keeper(place) as first:
        note(first, "clean")
    with keeper(place) as second:
        assert remember(second) == b"clean"


def test_after_zimun_was_killed_its_servers_are_ended_and_the_data_are_there(place: Path) -> None:
    with keeper(place) as first:
        note(first, "orphaned")
        kill(first.process.pid)
    assert all(is_running(pid) for pid in first.pids)
    with embedded_servers_blocking(place) as second:
        assert not any(is_running(pid) for pid in first.pids)
        assert "orphaned" in read_pids(second)
        assert remember(second) is None


def test_after_everything_was_killed_the_data_are_there(place: Path) -> None:
    with keeper(place) as first:
        note(first, "all dead")
        kill(first.process.pid, *first.pids)
    with embedded_servers_blocking(place) as second:
        assert "all dead" in read_pids(second)


def test_servers_killed_under_a_running_zimun_come_back_at_the_same_addresses(place: Path) -> None:
    with embedded_servers_blocking(place) as servers:
        note(servers, "came back")
        pids = (servers.postgres.pid, servers.redis.pid)
        kill(*(pid for pid in pids if pid))
        assert eventually_answers(servers)
        assert "came back" in read_pids(servers)
        assert not set(pids) & {servers.postgres.pid, servers.redis.pid}


def eventually_answers(servers: EmbeddedServers) -> bool:
    for _ in range(100):
        try:
            return bool(read_pids(servers)) and bool(redis.Redis.from_url(servers.redis_url).ping())
        except (psycopg.OperationalError, redis.ConnectionError):
            sleep(0.1)
    return False


@pytest.mark.parametrize("name", ["postgres/postmaster.pid", "redis/redis.pid"])
def test_a_number_left_behind_that_is_somebody_elses_now_hurts_nobody(place: Path, name: str) -> None:
    with embedded_servers_blocking(place):
        pass
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as stranger:
        (place / name).write_text(f"{stranger.pid}\n{place / 'postgres'}\n")
        with embedded_servers_blocking(place) as servers:
            assert redis.Redis.from_url(servers.redis_url).ping()
        assert stranger.poll() is None
        stranger.communicate(b"\n")
