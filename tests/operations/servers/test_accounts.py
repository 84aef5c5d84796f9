"""Root and ordinary users: PostgreSQL refuses root, and neither of them sees the other's data spoiled."""

import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.attack.options import Sized
from tests.operations.conftest import CHECKOUT, NotKept, keeper, open_directory
from web.embedded import embedded_servers_blocking
from web.embedded.account import SystemAccount
from web.embedded.place import outside_place

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")


@pytest.fixture(scope="module")
def visitor() -> SystemAccount:
    entry = pwd.getpwnam("nobody")
    account = SystemAccount(entry.pw_name, entry.pw_uid, entry.pw_gid)
    if not account.may_reach(CHECKOUT):
        pytest.skip("this checkout lies where ordinary users may not go")
    return account


@pytest.fixture
def visitors_place(visitor: SystemAccount) -> Iterator[Path]:
    with open_directory() as directory:
        os.chown(directory, visitor.uid, visitor.gid)
        yield directory / "data"


def owner_of(pid: int) -> str:
    return psutil.Process(pid).username()


def test_an_ordinary_user_runs_both_servers_as_themselves(
    visitor: SystemAccount, visitors_place: Path, place: Path
) -> None:
    with keeper(visitors_place, become=(visitor.name, place)) as kept:
        assert {owner_of(pid) for pid in kept.pids} == {visitor.name}


def test_root_runs_postgres_as_the_owner_of_the_data(
    visitor: SystemAccount, visitors_place: Path, place: Path
) -> None:
    with keeper(visitors_place, become=(visitor.name, place)):
        pass
    with embedded_servers_blocking(visitors_place) as servers:
        assert servers.postgres.pid
        assert owner_of(servers.postgres.pid) == visitor.name


# Makes a cluster as root, with the system user under a name of the test's, as soon as it is told to.
FIRST_START = """
import sys
from pathlib import Path
import web.embedded.account as account
from web.embedded.cluster import Cluster
account.SYSTEM_USER = sys.argv[1]
print("ready", flush=True)
sys.stdin.readline()
cluster = Cluster(Path(sys.argv[2]))
cluster.make("secret")
print(cluster.account.uid)
"""


def first_start(user: str, directory: Path) -> subprocess.Popen[str]:
    directory.mkdir(parents=True, mode=0o755)
    return subprocess.Popen(
        [sys.executable, "-c", FIRST_START, user, str(directory)],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_first_starts_at_once_on_a_new_machine_share_one_system_user(fresh_place: Path, size: Sized) -> None:
    user, rounds, at_once = "zimun-test-first", size(4, 1), 3
    try:
        for turn in range(rounds):
            subprocess.run(["userdel", user], check=False, capture_output=True)
            starts = [first_start(user, fresh_place / f"{turn}-{number}") for number in range(at_once)]
            for start in starts:
                assert start.stdout is not None
                assert start.stdout.readline() == "ready\n"
            for start in starts:
                assert start.stdin is not None
                start.stdin.write("\n")
                start.stdin.flush()
            said = [start.communicate()[0] for start in starts]
            assert said == [f"{pwd.getpwnam(user).pw_uid}\n"] * at_once
    finally:
        subprocess.run(["userdel", user], check=False, capture_output=True)


def test_files_that_root_left_in_a_users_directory_are_named(
    visitor: SystemAccount, visitors_place: Path, place: Path
) -> None:
    visitors_place.mkdir()
    os.chown(visitors_place, visitor.uid, visitor.gid)
    (visitors_place / "secret.key").touch(mode=0o600)
    with pytest.raises(NotKept, match=r"secret\.key belongs to root\. Give it back: sudo chown -R nobody"):
        keeper(visitors_place, become=(visitor.name, place)).__enter__()


def test_roots_postgres_is_not_root(place: Path) -> None:
    with embedded_servers_blocking(place) as servers:
        assert servers.postgres.pid
        assert owner_of(servers.postgres.pid) != "root"


def test_a_directory_of_somebody_else_is_refused_with_what_to_do(visitor: SystemAccount, place: Path) -> None:
    with embedded_servers_blocking(place):
        pass
    with pytest.raises(NotKept, match=r"no right to write in .*Set DATA_DIR to a directory of your own"):
        keeper(place, become=(visitor.name, place)).__enter__()


def test_below_a_closed_directory_the_data_lie_outside_and_go_with_it(fresh_place: Path) -> None:
    fresh_place.parent.chmod(0o700)
    outside = outside_place(fresh_place.resolve())
    try:
        with embedded_servers_blocking(fresh_place) as servers:
            assert servers.postgres.cluster.is_outside
            assert servers.postgres.cluster.data == outside
        assert fresh_place.parent.stat().st_mode & 0o777 == 0o700
        shutil.rmtree(fresh_place)
        (outside / "left behind").touch()
        with embedded_servers_blocking(fresh_place):
            assert not (outside / "left behind").exists()
    finally:
        shutil.rmtree(outside.parent)


def test_programs_in_a_closed_directory_are_copied_where_they_may_run(
    fresh_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh_place.parent.chmod(0o755)
    monkeypatch.setattr("web.embedded.place.OUTSIDE", fresh_place.parent / "outside")
    monkeypatch.setattr(SystemAccount, "may_reach", lambda _, path: "site-packages" not in str(path))
    with embedded_servers_blocking(fresh_place) as servers:
        assert servers.postgres.cluster.programs.is_relative_to(fresh_place.parent / "outside")
