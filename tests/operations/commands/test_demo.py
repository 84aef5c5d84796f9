"""`zimun run` with each kind of demo: weeks that are played beside it, or a business without an owner."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil
import psycopg
import pytest

from tests.operations.commands.runs import PID_FILES, Run, zimun_run
from tests.operations.conftest import is_running, open_directory
from tests.serving import NO_TLS

# Playing comes after everything else a busy machine has to do.
PATIENCE = 240
pytestmark = pytest.mark.timeout(2 * PATIENCE)


def rows(facts: dict[str, str], question: str) -> list[tuple[object, ...]]:
    with psycopg.connect(facts["database_url"]) as connection:
        return connection.execute(question).fetchall()


def end(run: Run) -> None:
    run.process.send_signal(signal.SIGTERM)
    run.process.wait(30)


def children(run: Run) -> list[int]:
    listed = Path(f"/proc/{run.process.pid}/task/{run.process.pid}/children").read_text("ascii")
    return [int(one) for one in listed.split()]


def player(run: Run) -> int:
    """The process that plays the demo."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        for one in children(run):
            if b"demo_process" in Path(f"/proc/{one}/cmdline").read_bytes():
                return one
        time.sleep(0.05)
    raise AssertionError("nobody plays")


@pytest.fixture(scope="module")
def lively() -> Iterator[Path]:
    """One directory for those that are played: its servers are made once, and its weeks go on."""
    with open_directory() as directory:
        yield directory / "data"
        # The last one was killed and has left its servers.
        for name in PID_FILES:
            server = psutil.Process(int((directory / "data" / name).read_text("ascii").split()[0]))
            server.send_signal(signal.SIGINT)
            server.wait(30)


def test_the_weeks_are_played_beside_it_and_end_with_it(lively: Path) -> None:
    with zimun_run(lively, demo="alive") as run:
        playing, facts = player(run), run.info()
        until = time.monotonic() + PATIENCE
        while not rows(facts, "SELECT 1 FROM appointments LIMIT 1"):
            assert time.monotonic() < until
            time.sleep(0.2)
        assert httpx.get(facts["demo_url"], verify=NO_TLS).status_code == 200
        assert os.getpriority(os.PRIO_PROCESS, playing) > os.getpriority(os.PRIO_PROCESS, run.process.pid)
        end(run)
        assert not is_running(playing)


def test_killed_without_a_word_it_leaves_nobody_who_plays(lively: Path) -> None:
    with zimun_run(lively, demo="alive") as run:
        playing = player(run)
        run.process.kill()
        run.process.wait(30)
        until = time.monotonic() + PATIENCE
        while is_running(playing):
            assert time.monotonic() < until
            time.sleep(0.1)


def test_an_empty_one_has_no_salon_and_a_link_for_its_first_owner(full: bool) -> None:
    with open_directory() as directory:
        links = []
        # At full size also the next time, with the same link.
        for _ in range(2 if full else 1):
            with zimun_run(directory / "data", demo="empty") as run:
                link = next_link(run)
                links.append(link)
                assert httpx.get(link, verify=NO_TLS).status_code == 200
                facts = run.info()
                assert facts["demo_url"] is None
                assert rows(facts, "SELECT name FROM organizations") == [("My business",)]
                assert rows(facts, "SELECT 1 FROM services") == []
                assert len(children(run)) <= 2
                end(run)
    assert len({link.rpartition("/")[2] for link in links}) == 1


def next_link(run: Run) -> str:
    """The one-time link, which is told after the addresses."""
    assert run.process.stdout is not None
    return next(line.strip() for line in run.process.stdout if "/console/link/" in line)
