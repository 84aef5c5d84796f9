"""Directories that PostgreSQL's account may enter, and processes that keep servers and may be killed."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import psutil
import pytest

from tests.operations.databases import Installation, installation
from tests.places import TABLES
from web.embedded import EmbeddedServers

CHECKOUT = Path(__file__).resolve().parent.parent.parent


class NotKept(Exception):
    """The servers did not start; the text is what standard error said."""


class Keeper:
    """A running tests.operations.servers.keep_servers: its process, and what it said of its servers."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        self.process = process
        said = process.stdout.readline()
        if not said:
            raise NotKept(process.communicate()[1])
        facts = msgspec.json.decode(said)
        self.database_url: str = facts["database_url"]
        self.redis_url: str = facts["redis_url"]
        self.pids: tuple[int, int] = (facts["postgres"], facts["redis"])


@contextmanager
def keeper(directory: Path, *, port: int = 0, become: tuple[str, Path] | None = None) -> Iterator[Keeper]:
    """Servers kept by another process on this directory; it is ended in the end, if it was not killed."""
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "tests.operations.servers.keep_servers",
            str(directory),
            str(port),
            *map(str, become or ()),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=CHECKOUT,
    )
    try:
        yield Keeper(process)
    finally:
        process.communicate()


def is_running(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@contextmanager
def open_directory() -> Iterator[Path]:
    """A fresh directory that other accounts may pass through, as pytest's own may not."""
    directory = Path(tempfile.mkdtemp(prefix="zimun-house-"))
    directory.chmod(0o711)
    try:
        yield directory
    finally:
        shutil.rmtree(directory)


@pytest.fixture(scope="session")
def place() -> Iterator[Path]:
    """One directory for tests that leave their servers stopped: its cluster is made once."""
    with open_directory() as directory:
        yield directory / "data"


@pytest.fixture
def fresh_place() -> Iterator[Path]:
    with open_directory() as directory:
        yield directory / "data"


@pytest.fixture
def empty(servers: EmbeddedServers, tmp_path: Path) -> Iterator[Installation]:
    with installation(servers, tmp_path) as fresh:
        yield fresh


@pytest.fixture
def migrated(servers: EmbeddedServers, tmp_path: Path) -> Iterator[Installation]:
    with installation(servers, tmp_path, like=TABLES) as fresh:
        yield fresh


@pytest.fixture
def other(servers: EmbeddedServers, tmp_path: Path) -> Iterator[Installation]:
    with installation(servers, tmp_path) as fresh:
        yield fresh
